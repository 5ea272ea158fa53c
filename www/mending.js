// Repairs on the page: asked for once the findings are painted, offered in the panel and at the cells, written only when taken.

import { Bubble } from "./bubble.js";
import { Ghosts } from "./ghosts.js";
import { Offer } from "./offer.js";
import { canWrite, determined, likeliest, mended, toWords } from "./repairs.js";
import { say } from "./words.js";

export class Mending {
  #draft;
  #form;
  #list;
  #handlers;
  #ghosts;
  #offer;
  #bubble;
  #frame = 0;
  #timer = 0;

  /** `handlers`: details(), isSmall(), go(cell), told(words, before), shown(names, cells): the findings that would be mended, and by which cells. */
  constructor(root, draft, form, list, handlers) {
    this.#draft = draft;
    this.#form = form;
    this.#list = list;
    this.#handlers = handlers;
    this.#ghosts = new Ghosts(form);
    const shared = { apply: (repair, only) => this.#apply(repair, only), preview: (repair) => this.#ghosts.preview(repair) };
    this.#offer = new Offer({ ...shared, go: handlers.go });
    this.#bubble = new Bubble(root, form, { ...shared, details: handlers.details, isSmall: handlers.isSmall });
    draft.addEventListener("open", () => this.#ghosts.wrote([]));
    draft.addEventListener("figures", () => this.#wait());
    draft.addEventListener("findings", () => this.#ask());
    draft.addEventListener("repairs", () => this.#show());
  }

  /** The repairs that stand first; none while nothing is broken. */
  get #first() { return this.#draft.repairs ? likeliest(this.#draft.repairs) : []; }

  /** A line about a cell that has an offer, or null. */
  line(cell) { return this.#words().get(cell)?.line ?? null; }

  get isOffered() { return this.#first.length > 0; }

  /** The offer at the cell in focus; on a small screen the dock tells of it instead. */
  focused(cell) {
    if (!this.#handlers.isSmall()) this.#bubble.show(cell);
  }

  /** Into the offer at a cell by keyboard. */
  enter(cell) {
    if (!this.#bubble.has(cell)) return false;
    if (this.#handlers.isSmall()) this.#handlers.details();
    else this.#bubble.enter(cell);
    return true;
  }

  /** Into the offer in the panel. */
  focusOffer() {
    if (!this.#offer.node.isConnected) return;
    this.#offer.node.scrollIntoView({ block: "nearest" });
    this.#offer.focus();
  }

  /** An edit: what was offered may no longer mend anything. */
  #wait() {
    this.#cancel();
    this.#offer.wait(true);
    this.#bubble.follow([], new Set());
    this.#ghosts.mark(new Map());
    this.#ghosts.preview(null);
    this.#ghosts.wrote([]);
  }

  #cancel() {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }

  /** In the next frame, behind what the page paints in it. */
  #ask() {
    this.#cancel();
    this.#frame = requestAnimationFrame(() => { this.#timer = setTimeout(() => this.#draft.seek()); });
  }

  #show() {
    const found = this.#draft.repairs;
    const words = this.#words();
    this.#ghosts.preview(null);
    this.#ghosts.mark(new Map([...words].map(([cell, { spoken }]) => [cell, spoken])));
    this.#bubble.follow(this.#first, new Set(words.keys()));
    const names = found ? mended(found, this.#draft.findings) : [];
    if (found && (found.repairs.length > 0 || found.lookUp.length > 0)) {
      this.#offer.show(found, this.#draft.form);
      this.#list.offer(this.#offer.node, names, canWrite(this.#first) ? "hasOffer" : "offerOpen");
    } else this.#list.offer(null, []);
    this.#handlers.shown(words.size > 0 ? names : [], [...words.keys()]);
  }

  /** The cells that the likeliest repairs would change, with what is said of each. */
  #words() {
    const first = this.#first;
    const words = new Map();
    for (const change of first.flatMap(({ changes }) => changes)) {
      const line = first.length > 1 ? say("several", { count: first.length }) : say(change.to === null ? "toLookUp" : "suggested", { to: toWords(change) });
      words.set(change.cell, { line, spoken: line + say("offerKeys") });
    }
    return words;
  }

  /** With `only`, what it changes of these cells alone. */
  #apply(repair, only = null) {
    const cells = determined(repair).map(({ cell }) => cell).filter((cell) => only === null || only.includes(cell));
    const count = cells.length;
    const before = this.#draft.apply(repair, only);
    if (!before) return;
    this.#ghosts.wrote(cells);
    this.#handlers.told(() => say("applied", { count }), before);
  }
}
