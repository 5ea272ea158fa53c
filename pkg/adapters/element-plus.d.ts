// Types of `gouji/adapters/element-plus`, for Element Plus (Vue 3).
import type { CellId } from "../index.js";
import type { Followed, FollowOptions } from "../following.js";
export type { Followed, FollowOptions, Standing, Verdict } from "../following.js";

export interface ElementPlusOptions extends FollowOptions {
  /** The cell of an el-form-item's prop. By default the prop may have any beginning: `form.cells.requests.received.natural`. */
  cellOf?: (prop: string) => CellId | "";
  /** Writes a figure of a repair that was taken; by default into the object that `values` gives. */
  write?: (cell: CellId, figure: string | number) => void;
}

/**
 * Follows an el-form. Call it when the form is mounted; its items need no rules for their figures. Errors stand in the
 * el-form-item whose prop is the cell, warnings beneath them (`.gouji-note`). Call `update()` when the model changes,
 * and `validate()` before it is submitted, which goes to the first error:
 *
 *     const followed = elementPlus(form.value, () => model.cells, { year: 2024 });
 *     watch(() => model.cells, () => followed.update(), { deep: true });
 *     if (followed.validate().ok) save(followed.report());
 *
 * `values` gives the figures as they are now, flat or nested.
 */
export function elementPlus(form: any, values: () => { [cell: string]: unknown }, options: ElementPlusOptions): Followed;
