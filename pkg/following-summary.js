// The summary of a form that is followed, which the host gives a place: what is wrong, what would mend it, and where
// warnings are explained. It is drawn when the form is about to be sent, and keeps up with it from then on.
import { speaker } from "./bind/say.js";
import { Summary } from "./bind/summary.js";
import { repairsOffered } from "./offered.js";

const PAUSE = 300;
let count = 0;

export class FollowingSummary {
  /** `place`: an element or a selector of one; `go(cell)` leads to its field. */
  constructor(following, { place, isExplaining, language, go }) {
    this.following = following;
    this.place = place;
    this.isExplaining = isExplaining;
    this.timer = null;
    this.filling = () => this.fill();
    count += 1;
    this.summary = new Summary({
      document,
      say: speaker(language),
      id: "gouji-follow-" + count,
      // What stands in the form is sent with it, whoever sends it and however.
      nameOf: (key) => "gouji-explanation[" + key + "]",
      isPlaced: (finding) => following.cellOf(finding) !== null,
      go: (finding) => go(following.cellOf(finding)),
      reach: go,
      explain: (key, text) => following.explain(key, text),
      apply: (repair) => this.apply(repair),
    });
  }

  apply(repair) {
    this.following.apply(repair);
    this.fill();
  }

  /** The warnings that still ask for an explanation. */
  unexplained() {
    return this.isExplaining ? this.following.found.filter(({ severity, explained }) => severity === "warning" && explained === null) : [];
  }

  present(isFocused) {
    this.fill();
    if (this.isEmpty) return;
    this.summary.present((node) => {
      const place = typeof this.place === "string" ? document.querySelector(this.place) : this.place;
      if (place !== null) place.appendChild(node);
    }, isFocused);
  }

  fill() {
    clearTimeout(this.timer);
    this.timer = null;
    const { found, session } = this.following;
    const errors = found.filter(({ severity }) => severity === "error");
    const warnings = this.isExplaining ? found.filter(({ severity }) => severity === "warning") : [];
    this.isEmpty = errors.length + warnings.length === 0;
    if (this.isEmpty) return this.summary.hide();
    const repairs = errors.some(({ left }) => left !== undefined) ? repairsOffered(session) : [];
    return this.summary.show(errors, warnings, repairs, session.report().explanations || {});
  }

  /** Keeps up with what is typed, when nobody types. */
  follow() {
    if (!this.summary.isShown) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.following.afterPress(this.filling), PAUSE);
  }

  /** The focus as well, where a library takes it for a field after it has asked. */
  focusAfter(milliseconds) {
    setTimeout(() => this.summary.isShown && this.summary.node.focus(), milliseconds);
  }

  close() {
    clearTimeout(this.timer);
    this.summary.hide();
  }
}
