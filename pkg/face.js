// What the package offers, over one core; the entries differ only in where the core comes from.
import { isEnglish, toldAnswer } from "./answer.js";
import { Core } from "./core.js";
import { Engine } from "./engine.js";
import { GoujiError, repairMissing } from "./errors.js";
import { assertRepair, repairsOf } from "./repairs.js";
import { hand, handOptions, isObject } from "./report.js";
import { Session } from "./session.js";
import { BUILDS, VERSION } from "./dist/version.js";

export function createFace(load) {
  const engine = new Core(load);

  function check(report, options) {
    const [last, chosen, repairs] = handOptions(options, "check");
    if (repairs) assertRepair(engine);
    const rest = hand(report, engine, "check");
    const [answer, found] = engine.call("check", (glue) => (repairs ? mended(glue, rest, last, chosen) : [glue.check(rest, last, chosen), null]));
    return toldAnswer(answer, engine, isEnglish(chosen), found);
  }

  /** The answer and the repairs: between the two the report stays in the core as a form does. */
  function mended(glue, rest, last, chosen) {
    const handle = glue.open(rest, last, chosen);
    let found;
    try {
      found = repairsOf(engine, glue, handle, isEnglish(chosen));
    } catch (error) {
      // Where the search failed, this core goes on.
      if (error instanceof GoujiError) glue.close(handle);
      throw error;
    }
    const answer = glue.answer(handle);
    glue.close(handle);
    return [answer, found];
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

  function use(given) {
    // The whole of a namespace will do, as a dynamic import or CommonJS gives it.
    const repair = given && given.default ? given.default : given;
    if (!isObject(repair) || typeof repair.createGlue !== "function") throw new TypeError("use: give what gouji/repair exports");
    if (repair.build !== BUILDS["gouji-repair"]) {
      throw repairMissing("gouji/repair is of another build (" + repair.build + ") than gouji " + VERSION + " (" + BUILDS["gouji-repair"] + ").");
    }
    if (engine.repair === null) engine.repair = new Engine(repair.load, repair.createGlue);
  }

  async function ready() {
    await engine.ready();
    if (engine.repair !== null) await engine.repair.ready();
  }

  return { check, open, form, rules, years, version, ready, use };
}
