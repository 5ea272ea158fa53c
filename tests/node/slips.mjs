// The slips that people make, each made by hand in a published report: 宿迁 2024, in which every relation holds.
import { named } from "./reports.mjs";

export const whole = named("suqian-2024");
const before = named("suqian-2023");

const applicants = ["natural", "business", "research", "charity", "legal_service", "other", "total"];
const row = (name, figures) => Object.fromEntries(figures.map((figure, place) => [`requests.${name}.${applicants[place]}`, figure]));
const published = (name) => applicants.map((applicant) => Number(whole.cells[`requests.${name}.${applicant}`]));
const granted = (figure) => ({ "requests.granted.natural": figure });

/** Slip → the cells that it leaves behind; 三（一）自然人 is 1408 as published. */
const made = {
  "total-unfilled": row("results_total", Array(7).fill(0)),
  sign: granted("-1408"),
  transposed: granted(1480),
  doubled: granted(14408),
  "zero-too-many": granted("14080"),
  dropped: granted(148),
  added: granted(14608),
  "last-year": granted(before.cells["requests.granted.natural"]),
  // 3 under 法律服务机构 were typed one cell to the left.
  misplaced: { "requests.unable.not_held.legal_service": 0, "requests.unable.not_held.charity": 3 },
  exchanged: { "requests.unable.not_held.business": 3, "requests.unable.not_held.legal_service": 33 },
  // 1408 and 21
  "run-together": { "requests.granted.natural": 140821, "requests.granted.business": 0 },
  // 21
  split: { "requests.granted.business": 2, "requests.granted.research": 1 },
  shifted: row("unable.not_held", [0, ...published("unable.not_held").slice(0, 5), published("unable.not_held")[6]]),
  "wrong-applicant": { "requests.results_total.natural": 3439, "requests.results_total.business": 74 },
  // The 471 of 三（二） stand under 三（五）3 once more.
  "counted-twice": row("not_processed.publication", published("granted_in_part")),
  // All 118 carried out are counted as granted as well.
  "carried-and-handled": {
    "requests.granted.natural": 1408 + 118, "requests.granted.total": 1431 + 118,
    "requests.results_total.natural": 3440 + 118, "requests.results_total.total": 3521 + 118,
  },
  // 500 that have their result are carried out all the same.
  "handled-and-carried": { "requests.carried_out.natural": 118 + 500, "requests.carried_out.total": 125 + 500 },
};

/** Each with the report that holds it, and with last year's report where that is what tells it. */
export const slips = Object.entries(made).map(([slip, cells]) => ({
  slip,
  report: { ...whole, cells: { ...whole.cells, ...cells } },
  options: slip === "last-year" ? { previous: before } : {},
}));
