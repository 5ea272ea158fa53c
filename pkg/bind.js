// Binds a form that a page already has: the check happens in its own fields, before it is submitted.
import { GoujiError, form, open, ready, rules, years } from "./index.js";
import { Binding } from "./bind/binding.js";
import { checkedOptions } from "./bind/options.js";

const engine = { form, open, rules, years };

/** What is bound now: twice bound, each message would stand twice, and every explanation be asked for twice. */
const taken = new WeakMap();

export function bind(element, options) {
  if (element === null || typeof element !== "object" || element.nodeType !== 1) throw new TypeError("bind: the form must be an element of the page; a script that stands before it does not find it yet");
  const chosen = checkedOptions(options);
  if (taken.has(element)) throw new Error("bind: this form is bound already; first unbind() what bind() gave then");
  const own = {};
  taken.set(element, own);
  // Another may have bound the form since.
  const free = () => {
    if (taken.get(element) === own) taken.delete(element);
  };
  let binding = null;
  // Why there is no binding (yet).
  let reason = new GoujiError("not-ready", "This browser starts WebAssembly only asynchronously: wait for `binding.ready`.");
  let isUnbound = false;

  const start = () => {
    if (!isUnbound) binding = new Binding(element, chosen, engine);
    return true;
  };
  const fail = (error) => {
    reason = error;
    free();
    // The form is left as it was, and can be submitted.
    chosen.onUnavailable(error);
    return false;
  };

  let started;
  try {
    started = Promise.resolve(start());
  } catch (error) {
    // Wrong usage is thrown; what this browser cannot do is told.
    if (!(error instanceof GoujiError)) {
      free();
      throw error;
    }
    started = error.code === "not-ready" ? ready().then(start).catch(fail) : Promise.resolve().then(() => fail(error));
  }

  const bound = () => {
    if (isUnbound) throw new Error("this form is no longer bound");
    if (binding === null) throw reason;
    return binding;
  };
  return {
    ready: started,
    coverage: () => bound().fields.coverage(),
    findings: (choice) => bound().share.findings(choice),
    answer: (choice) => bound().share.answer(choice),
    report: () => bound().session.report(),
    repairs: () => bound().share.fitting(bound().session.repairs()),
    explain: (finding, text) => bound().explain(finding, text),
    // What cannot be checked may go.
    review: () => (binding !== null ? binding.asked() : true),
    refresh: () => bound().refresh(),
    unbind: () => {
      if (binding !== null) binding.unbind();
      free();
      isUnbound = true;
      binding = null;
    },
  };
}
