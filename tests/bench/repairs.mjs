// How long the repairs of a live form take, by the number of figures that are wrong; the same in Node and in a
// browser. The damage is random from one seed, so that every run and every machine times the same forms.
import { random } from "../node/random.mjs";

const FORMS = 400; // damaged forms for each number of errors
const WRONG = [1, 2, 3, 4, 6];
/** Of so many searches the quickest counts: the search is the same each time, what else the machine does is not. */
const TURNS = 3;

/** For each number of wrong figures: median, 99th percentile and maximum in microseconds, and what was not found in time. */
export function timedRepairs({ open }, published) {
  const next = random(20240131);
  const pick = (list) => next.of(list);
  return WRONG.map((wrong) => {
    const times = [];
    let cut = 0;
    let empty = 0;
    for (let form = 0; form < FORMS; form += 1) {
      const report = pick(published);
      const cells = Object.keys(report.cells).filter((cell) => !cell.startsWith("disclosure."));
      const session = open(report, { blank: "zero" });
      for (let error = 0; error < wrong; error += 1) {
        const cell = pick(cells);
        const figure = Number(report.cells[cell]) || 0;
        session.set(cell, pick([figure + 1 + next.below(9), next.below(400), figure * 10 + 1, figure === 0 ? 7 : 0]));
      }
      let repairs;
      let quickest = Infinity;
      for (let turn = 0; turn < TURNS; turn += 1) {
        const start = performance.now();
        repairs = session.repairs();
        quickest = Math.min(quickest, performance.now() - start);
      }
      times.push(quickest * 1000);
      const { ok, repairsComplete } = session.answer({ repairs: true });
      if (!repairsComplete) cut += 1;
      if (!ok && repairs.length === 0) empty += 1;
      session.close();
    }
    times.sort((one, other) => one - other);
    const at = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))];
    return { wrong, median: at(0.5), p99: at(0.99), longest: at(1), cut, empty };
  });
}
