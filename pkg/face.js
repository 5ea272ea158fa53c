// What the package offers, over one core; the entries differ only in where the core comes from.
import { Engine } from "./engine.js";
import { hand, handOptions } from "./report.js";
import { Session } from "./session.js";
import { VERSION } from "./dist/version.js";

export function createFace(load) {
  const engine = new Engine(load);

  function check(report, options) {
    const [last, chosen] = handOptions(options, "check");
    const rest = hand(report, engine, "check");
    return engine.call("check", (glue) => glue.check(rest, last, chosen));
  }

  function open(report, options) {
    return new Session(engine, report, options);
  }

  function form(year) {
    const found = engine.call("form", (glue) => glue.form(Number(year)));
    if (found === null) throw new RangeError("there is no form for the year " + year);
    return found;
  }

  function rules(options) {
    const english = Boolean(options && options.language === "en");
    const book = engine.call("rules", (glue) => glue.rules(english));
    for (const rule of book.rules) rule.examples = JSON.parse(rule.examples);
    return book;
  }

  function years() {
    return engine.call("years", (glue) => glue.years());
  }

  function version() {
    return VERSION;
  }

  function ready() {
    return engine.ready();
  }

  return { check, open, form, rules, years, version, ready };
}
