// Types of `gouji/adapters/wangeditor`, for wangEditor 5.
import type { EditorOptions, FollowedEditor } from "./editor.js";
export type { EditorOptions, EditorVerdict, FollowedEditor } from "./editor.js";

/**
 * Follows what createEditor gave. Give the form it is submitted with, or call `beforeSave()` before saving.
 *
 *     const followed = followWangeditor(instance, { panel, year: 2024 });
 */
export function wangeditor(instance: any, options: EditorOptions): FollowedEditor;
