// Types of `gouji/adapters/layui`, for layui 2.
import type { CellId } from "../index.js";
import type { Followed, FollowOptions } from "../following.js";
export type { Followed, FollowOptions, Standing, Verdict } from "../following.js";

export interface LayuiOptions extends FollowOptions {
  /** What the fields say in `lay-verify`; "gouji" by default. */
  rule?: string;
  /** The cells of fields whose name is another than the cell's id: `{ xinshou_zrr: "requests.received.natural" }`. */
  names?: { [name: string]: CellId };
}

/**
 * Follows a layui form. Each field of a cell has the cell's id as its name (or in `data-gouji-cell`) and
 * `lay-verify="gouji"`: layui then asks at submission, pops up the first error and goes to its field. While typing,
 * errors and warnings stand beneath their fields (`.gouji-note`).
 *
 *     layui.use(["form", "layer"], () => {
 *       const followed = layuiAdapter(layui, document.querySelector("form"), { year: 2024 });
 *     });
 */
export function layui(library: any, form: HTMLFormElement, options: LayuiOptions): Followed;
