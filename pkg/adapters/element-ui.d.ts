// Types of `gouji/adapters/element-ui`, for Element UI 2 (Vue 2).
import type { CellId } from "../index.js";
import type { Followed, FollowOptions } from "../following.js";
export type { Followed, FollowOptions, Standing, Verdict } from "../following.js";

export interface ElementUiOptions extends FollowOptions {
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
 *     this.followed = elementUi(this.$refs.form, () => this.model.cells, { year: 2024 });
 *     this.$watch("model.cells", () => this.followed.update(), { deep: true });
 *     if (this.followed.validate().ok) this.save(this.followed.report());
 *
 * `values` gives the figures as they are now, flat or nested.
 */
export function elementUi(form: any, values: () => { [cell: string]: unknown }, options: ElementUiOptions): Followed;
