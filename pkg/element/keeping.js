// The draft on this machine: it outlives the page, and nothing of it leaves the browser.

const PREFIX = "gouji.draft.";

export class Keeping {
  /** `year`: of the report, "" where nothing says it. */
  constructor(name, year) {
    this.year = year;
    this.place = PREFIX + name + "." + year;
  }

  /** What was kept, `{ at, report }`, or null. */
  kept() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.place));
      if (kept === null || typeof kept !== "object" || typeof kept.report !== "object" || kept.report === null) return null;
      // The figures of one year are not those of another.
      return this.year === "" || Number(kept.report.year) === Number(this.year) ? kept : null;
    } catch (error) {
      return null;
    }
  }

  keep(report) {
    try {
      localStorage.setItem(this.place, JSON.stringify({ at: new Date().toISOString(), report }));
    } catch (error) {
      // A browser that keeps nothing, or has no room left: what is on the page is not lost by that.
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.place);
    } catch (error) {
      // As above.
    }
  }
}
