// What is said at a field: that a finding suspects it, in a message that it is described by, and to the browser's own
// validation. All of it can be taken back.
import { element, remove, write } from "../nodes.js";
import { isControl } from "./fields.js";

const ORDER = ["error", "warning", "notice"];

export class Marks {
  /** `place`: the element that keeps messages which are read out but not seen; `id`: the beginning of our ids. */
  constructor({ document, borrowed, say, id, place, options }) {
    this.document = document;
    this.borrowed = borrowed;
    this.say = say;
    this.id = id;
    this.place = place;
    this.options = options;
    // Field to what is said at it now.
    this.said = new Map();
  }

  /** `notes`: field to `{ severity, messages, hint, isBlocking }`. Only what differs is touched. */
  show(notes) {
    for (const field of [...this.said.keys()]) if (!notes.has(field)) this.clear(field);
    for (const [field, note] of notes) this.put(field, note);
  }

  put(field, { severity, messages, hint, isBlocking }) {
    const text = messages.concat(hint === null ? [] : [hint]).join(" ");
    let said = this.said.get(field);
    const isSeen = this.options.messages && messages.length > 0;
    if (said !== undefined && said.text === text && said.severity === severity && said.isBlocking === isBlocking && said.node.isConnected) return;
    if (said === undefined) {
      const node = element(this.document, "span", { id: this.id + "-" + (Marks.count += 1), "data-gouji-own": true });
      said = { node };
      this.said.set(field, said);
    }
    said.text = text;
    said.severity = severity;
    said.isBlocking = isBlocking;
    write(said.node, isSeen ? messages.join(" ") : text);
    if (isSeen) {
      said.node.className = "gouji-message gouji-message-" + severity;
      beside(field, said.node);
    } else if (said.node.parentNode !== this.place) {
      said.node.className = "";
      this.place.appendChild(said.node);
    }
    if (severity === null) this.borrowed.restore(field, "data-gouji-mark");
    else this.borrowed.set(field, "data-gouji-mark", severity);
    if (!isControl(field)) return;
    if (severity === "error") this.borrowed.set(field, "aria-invalid", "true");
    else this.borrowed.restore(field, "aria-invalid");
    this.borrowed.list(field, "aria-describedby", [said.node.id], this.id + "-");
    this.validity(field, said, isBlocking ? messages.join("\n") : "");
  }

  clear(field) {
    const said = this.said.get(field);
    this.said.delete(field);
    this.borrowed.restore(field, "data-gouji-mark");
    this.borrowed.restore(field, "aria-invalid");
    this.borrowed.list(field, "aria-describedby", [], this.id + "-");
    this.validity(field, said, "");
    remove(said.node);
  }

  /** What the browser's validation is told. What the host has told it stays. */
  validity(field, said, message) {
    if (typeof field.setCustomValidity !== "function") return;
    const own = said.validity || "";
    if (field.validity.customError && field.validationMessage !== own) return;
    if (message !== own) field.setCustomValidity(message);
    // As the browser keeps it, which may be another text.
    said.validity = message === "" ? "" : field.validationMessage || message;
  }

  /** Whether the browser would hold the form for our sake alone. */
  isOurs(field) {
    const said = this.said.get(field);
    return said !== undefined && Boolean(said.validity) && field.validationMessage === said.validity;
  }
}

Marks.count = 0;

export const gravest = (findings) => ORDER.find((severity) => findings.some((finding) => finding.severity === severity)) || null;

/** Puts a node of ours where it belongs to a field and breaks no layout: at the end of its cell, else behind it. */
export function beside(field, node) {
  const cell = field.closest("td, th");
  const place = cell !== null ? cell : field.parentNode;
  if (cell !== null) {
    if (node.parentNode !== cell || (node.nextSibling !== null && !node.nextSibling.hasAttribute("data-gouji-own"))) cell.appendChild(node);
  } else if (node.previousSibling !== field && !(node.parentNode === place)) {
    place.insertBefore(node, field.nextSibling);
  }
}
