// A few polite words for screen readers: when errors appear, when they are gone.

import { say } from "./words.js";

export class Announcer {
  #root;
  #timer = 0;
  #errors = null;

  constructor(root) { this.#root = root; }

  /** Say something at once. */
  tell(text) {
    clearTimeout(this.#timer);
    this.#root.textContent = text;
  }

  /** Start counting anew, silently: another report. */
  reset() {
    clearTimeout(this.#timer);
    this.#errors = null;
  }

  /** Compare with the errors last told, once the typing pauses; `more` is asked then for what to add where there are new ones. */
  follow(findings, more = () => "") {
    const errors = new Map(findings.filter(({ severity }) => severity === "error").map((one) => [`${one.rule}@${one.at}`, one]));
    if (this.#errors === null) {
      this.#errors = errors;
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const fresh = [...errors].filter(([name]) => !this.#errors.has(name)).map(([, one]) => one);
      if (fresh.length > 0) this.tell(say("newErrors", { count: fresh.length, message: fresh[0].message }) + more());
      else if (errors.size < this.#errors.size) this.tell(errors.size === 0 ? say("noErrors") : say("errorsGone", { count: errors.size }));
      this.#errors = errors;
    }, 1000);
  }
}
