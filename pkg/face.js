// What the package offers, over one core; the entries differ only in where the core comes from.
import { isEnglish, toldAnswer } from "./answer.js";
import { Core } from "./core.js";
import { hand, handOptions, isObject } from "./report.js";
import { Session } from "./session.js";
import { VERSION } from "./dist/version.js";

export function createFace(load) {
  const engine = new Core(load);

  function check(report, options) {
    const [last, chosen, repairs] = handOptions(options, "check");
    const rest = hand(report, engine, "check");
    const answer = engine.call("check", (glue) => glue.check(rest, last, chosen, repairs));
    return toldAnswer(answer, engine, isEnglish(chosen));
  }

  function open(report, options) {
    const session = new Session(engine, report, options);
    // The methods alone: what a session is made of is nobody else's.
    return {
      set: (cell, value) => session.set(cell, value),
      get: (cell) => session.get(cell),
      explain: (finding, text) => session.explain(finding, text),
      findings: (choice) => session.findings(choice),
      relations: () => session.relations(),
      repairs: () => session.repairs(),
      apply: (repair) => session.apply(repair),
      answer: (choice) => session.answer(choice),
      report: () => session.report(),
      close: () => session.close(),
    };
  }

  function form(year) {
    const number = Number(year);
    const found = engine.call("form", (glue) => glue.form(number));
    if (found === null) throw new RangeError("there is no form for the year " + year);
    return found;
  }

  function rules(options) {
    if (options !== undefined && options !== null && !isObject(options)) throw new TypeError("rules: the options must be an object");
    const language = (options && options.language) || "zh";
    if (language !== "zh" && language !== "en") throw new TypeError('rules: language cannot be "' + String(language) + '"');
    return engine.call("rules", (glue) => glue.rules(language === "en"));
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
