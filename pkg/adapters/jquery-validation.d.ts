// Types of `gouji/adapters/jquery-validation`, for jQuery 1.7 and later with jQuery Validation 1.
import type { CellId } from "../index.js";
import type { Followed, FollowOptions } from "../following.js";
export type { Followed, FollowOptions, Standing, Verdict } from "../following.js";

export interface JqueryValidationOptions extends FollowOptions {
  /** The name of the method, and of the class by which the library finds the fields; "gouji" by default. */
  method?: string;
  /** The cells of fields whose name is another than the cell's id: `{ xinshou_zrr: "requests.received.natural" }`. */
  names?: { [name: string]: CellId };
}

/**
 * Follows a form that jQuery Validation validates (set up beforehand with its own options, or by this call). Errors
 * are shown by the library, in its way, also at fields that another edit has put in the wrong; warnings stand beneath
 * their fields (`.gouji-note`) and do not block.
 *
 *     $("#report").validate({ submitHandler: save });
 *     const followed = jqueryValidation($, "#report", { year: 2024 });
 */
export function jqueryValidation($: any, form: any, options: JqueryValidationOptions): Followed;
