// Types of `gouji/adapters/editor`: any rich-text editor whose content is a part of the page, or of a frame in it.
import type { CellId, CheckOptions, Finding, GoujiError, Report } from "../index.js";
import type { DocumentFinding } from "../read.js";

export interface EditorOptions extends CheckOptions {
  /** The element in which the findings are shown; its content is ours (`.gouji-panel`, `.gouji-finding`). */
  panel: HTMLElement;
  /** The report year; without it the one that the content says. */
  year?: number;
  /** What else is known of the report: its level, kind, explanations. */
  report?: Partial<Report>;
  /** The form that is submitted with the content; checked before that. */
  form?: HTMLFormElement | null;
  /** Whether errors, and warnings that have to be explained, keep the form from being submitted; true by default. */
  block?: boolean;
  /**
   * True: each warning has a field for its explanation beside the text, sent with `form` as `gouji-explanation[rule@at]`
   * (also in the `explained` of its finding), and holds the form until it is filled in. By default warnings hold nothing.
   */
  explain?: boolean;
  /** True: the likeliest repair is told, too, with a way to its cells; after `use(repair)`. The text is changed by no one but its writer. */
  repairs?: boolean;
  /** Told why where this browser cannot check: the editor goes on working. Without it the console is told. */
  unavailable?: (reason: GoujiError) => void;
}

export interface AnyEditorOptions extends EditorOptions {
  /** The element that is edited, which may be in a frame. It is only read. */
  content: () => HTMLElement;
  /** Calls `change` after each change; gives the function that ends that. */
  listen: (change: () => void) => () => void;
}

export interface EditorVerdict {
  /** No error stands, and no warning that has to be explained. True as well where the content is no report, and where the check is not available. */
  ok: boolean;
  findings: readonly (Finding | DocumentFinding)[];
  /** Why the content was not read as a report, or null. */
  unreadable: string | null;
  /** Why nothing was checked, or null. */
  unavailable: GoujiError | null;
}

export interface FollowedEditor {
  /** Reads and checks the content now. It happens by itself when the typing pauses. */
  look(): EditorVerdict;
  /** The same, for the host's own way of saving: goes to the findings where there is an error. */
  beforeSave(): EditorVerdict;
  /** Goes to a cell in the text and chooses its figure, so that what is typed next takes its place; false where it was not found there. */
  go(cell: CellId): boolean;
  /** Takes away marks and findings, and follows no more. */
  close(): void;
}

/**
 * Follows an editor. The findings are shown in `panel`, and the cells they are about are marked in the text by a style
 * sheet, so that nothing is ever in the content that was not written there.
 *
 *     const followed = editor({
 *       panel, year: 2024, form,
 *       content: () => document.querySelector("[contenteditable]"),
 *       listen: (change) => { area.addEventListener("input", change); return () => area.removeEventListener("input", change); },
 *     });
 */
export function editor(options: AnyEditorOptions): FollowedEditor;
