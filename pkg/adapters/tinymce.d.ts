// Types of `gouji/adapters/tinymce`, for TinyMCE 4 to 8.
import type { EditorOptions, FollowedEditor } from "./editor.js";
export type { EditorOptions, EditorVerdict, FollowedEditor } from "./editor.js";

/**
 * Follows an editor of TinyMCE that is ready. The form that it belongs to is checked before it is submitted.
 *
 *     tinymce.init({ selector: "#content", init_instance_callback: (instance) => followTinymce(instance, { panel, year: 2024 }) });
 */
export function tinymce(instance: any, options: EditorOptions): FollowedEditor;
