// Types of `gouji/adapters/ueditor`, for UEditor 1.4 and what descends from it.
import type { EditorOptions, FollowedEditor } from "./editor.js";
export type { EditorOptions, EditorVerdict, FollowedEditor } from "./editor.js";

/**
 * Follows an editor that is ready. The form that it belongs to is checked before it is submitted.
 *
 *     const instance = UE.getEditor("content"); instance.ready(() => followUeditor(instance, { panel, year: 2024 }));
 */
export function ueditor(instance: any, options: EditorOptions): FollowedEditor;
