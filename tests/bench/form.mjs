// The 2021 layout as any of the contenders would write it down: rows and columns by name, no data of gouji's.

export const APPLICANTS = ["natural", "business", "research", "charity", "legal_service", "other"];
export const COLUMNS = [...APPLICANTS, "total"];

export const RESULTS = [
  "granted",
  "granted_in_part",
  "refused.state_secret",
  "refused.law_forbids",
  "refused.security_stability",
  "refused.third_party",
  "refused.internal_affairs",
  "refused.process_information",
  "refused.enforcement_files",
  "refused.administrative_inquiry",
  "unable.not_held",
  "unable.needs_creation",
  "unable.still_unclear",
  "not_processed.petition",
  "not_processed.repeat",
  "not_processed.publication",
  "not_processed.excessive",
  "not_processed.reconfirm",
  "other.not_corrected",
  "other.fee_unpaid",
  "other.remaining",
];
export const REQUEST_ROWS = ["received", "carried_in", ...RESULTS, "results_total", "carried_out"];

export const GROUPS = ["reconsideration", "litigation_direct", "litigation_after"];
export const DETAILS = ["upheld", "corrected", "other", "pending"];

const DISCLOSURE = {
  regulations: ["made", "repealed", "in_force"],
  normative_documents: ["made", "repealed", "in_force"],
  licensing: ["decisions"],
  penalties: ["decisions"],
  coercion: ["decisions"],
};
/** Not a count: an amount of money, which the contenders take as any number that is not negative. */
export const AMOUNT = "disclosure.fees.amount";

const product = (table, rows, columns) => rows.flatMap((row) => columns.map((column) => `${table}.${row}.${column}`));

export const CELLS = [
  ...Object.entries(DISCLOSURE).flatMap(([row, columns]) => product("disclosure", [row], columns)),
  AMOUNT,
  ...product("requests", REQUEST_ROWS, COLUMNS),
  ...product("disputes", GROUPS, [...DETAILS, "total"]),
];

/** Flat cells as nested objects. */
export function nested(cells) {
  const root = {};
  for (const [path, value] of Object.entries(cells)) {
    const keys = path.split(".");
    const last = keys.pop();
    keys.reduce((object, key) => (object[key] ??= {}), root)[last] = value;
  }
  return root;
}
