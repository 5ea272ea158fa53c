// Types of `gouji/adapters/quill`, for Quill 1.3 and 2.
import type { EditorOptions, FollowedEditor } from "./editor.js";
export type { EditorOptions, EditorVerdict, FollowedEditor } from "./editor.js";

/**
 * Follows an editor of Quill. Give the form it is submitted with, or call `beforeSave()` before saving.
 *
 *     const followed = followQuill(instance, { panel, year: 2024 });
 */
export function quill(instance: any, options: EditorOptions): FollowedEditor;
