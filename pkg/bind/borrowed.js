// Changing the elements of the host so that every change can be taken back.

/** Attributes of the host's elements that we have set, and what stood there before. */
export class Borrowed {
  constructor() {
    this.nodes = new Map();
  }

  set(node, name, value) {
    if (!this.nodes.has(node)) this.nodes.set(node, new Map());
    const before = this.nodes.get(node);
    if (!before.has(name)) before.set(name, node.getAttribute(name));
    if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  }

  /** Gives one attribute back. */
  restore(node, name) {
    const before = this.nodes.get(node);
    if (before === undefined || !before.has(name)) return;
    const value = before.get(name);
    before.delete(name);
    if (before.size === 0) this.nodes.delete(node);
    if (value === null) node.removeAttribute(name);
    else node.setAttribute(name, value);
  }

  /** Adds ids to a list such as aria-describedby, or with an empty list takes ours out; the host's own stay. */
  list(node, name, ids, own) {
    const now = (node.getAttribute(name) || "").split(/\s+/).filter((id) => id !== "");
    const others = now.filter((id) => id.indexOf(own) !== 0);
    const wanted = others.concat(ids).join(" ");
    if (now.join(" ") === wanted) return;
    const before = this.nodes.get(node);
    const isOurs = before !== undefined && before.has(name);
    if (ids.length > 0) {
      this.set(node, name, wanted);
    } else if (isOurs && (before.get(name) || "").split(/\s+/).filter((id) => id !== "").join(" ") === wanted) {
      // As it was, to the last space.
      this.restore(node, name);
    } else {
      // The host has changed the rest meanwhile.
      if (isOurs) before.delete(name);
      if (wanted === "") node.removeAttribute(name);
      else node.setAttribute(name, wanted);
    }
  }
}
