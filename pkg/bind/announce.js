// A few polite words for those who hear the page: when errors appear, when they are gone. Never while somebody types.
import { element } from "../nodes.js";
import { keyOf } from "../suspected.js";

const PAUSE = 800;

export class Announcer {
  constructor(document, say) {
    this.say = say;
    this.node = element(document, "div", { class: "gouji-unseen", role: "status", "data-gouji-own": true });
    this.timer = 0;
    this.told = new Set();
  }

  tell(text) {
    clearTimeout(this.timer);
    this.node.textContent = text;
  }

  /** What stands now; what is new or gone since it was last told is told when nothing more comes for a moment. */
  follow(findings) {
    const errors = findings.filter(({ severity }) => severity === "error");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const fresh = errors.filter((finding) => !this.told.has(keyOf(finding)));
      const before = this.told.size;
      this.told = new Set(errors.map(keyOf));
      if (fresh.length > 0) this.tell(this.say("newErrors", { count: fresh.length, message: fresh[0].message }));
      else if (errors.length < before) this.tell(errors.length === 0 ? this.say("noErrors") : this.say("errorsGone", { count: errors.length }));
    }, PAUSE);
  }

  /** What the summary says need not be said again. */
  know(findings) {
    clearTimeout(this.timer);
    this.told = new Set(findings.filter(({ severity }) => severity === "error").map(keyOf));
  }

  end() {
    clearTimeout(this.timer);
  }
}
