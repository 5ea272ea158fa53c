// Types of `gouji/repair`: what searches for repairs, apart because not every page wants it.
import type { RepairSearch } from "./index.js";

/**
 * For `use` of `gouji` or `gouji/slim`. Loading it starts nothing.
 *
 * ```js
 * import { open, use } from "gouji";
 * import repair from "gouji/repair";
 *
 * use(repair);
 * const session = open({ year: 2024 }, { blank: "zero" });
 * session.set("disputes.reconsideration.upheld", 3);
 * session.repairs()[0].reason;
 * ```
 */
declare const repair: RepairSearch;
export { repair, repair as default };
