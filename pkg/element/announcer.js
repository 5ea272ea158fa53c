// A few polite words for those who do not see the marks: when errors appear, when they are gone, what was done.
import { write } from "../nodes.js";
import { node } from "./nodes.js";

/** How long nothing must happen before changes of the findings are told. */
const PAUSE = 1000;

export class Announcer {
  constructor() {
    this.root = node("p", { class: "unseen", role: "status" });
    this.errors = null;
    this.timer = 0;
  }

  tell(text) {
    clearTimeout(this.timer);
    write(this.root, text);
  }

  /** Starts counting anew, silently: another report. */
  reset() {
    clearTimeout(this.timer);
    this.errors = null;
  }

  follow(findings, speech) {
    const errors = new Map(findings.filter(({ severity }) => severity === "error").map((one) => [one.rule + "@" + one.at, one]));
    clearTimeout(this.timer);
    if (this.errors === null) {
      this.errors = errors;
      return;
    }
    this.timer = setTimeout(() => {
      const fresh = Array.from(errors.keys()).filter((name) => !this.errors.has(name));
      if (fresh.length > 0) this.tell(speech.say("newErrors", { count: fresh.length, message: errors.get(fresh[0]).message }));
      else if (errors.size < this.errors.size) this.tell(errors.size === 0 ? speech.say("noErrors") : speech.say("errorsGone", { count: errors.size }));
      this.errors = errors;
    }, PAUSE);
  }
}
