// The module that checks, and what JavaScript knows of it: cells, relations, the numbers that both sides share.
import createGlue from "./dist/gouji.glue.js";
import { Engine } from "./engine.js";

export class Core extends Engine {
  constructor(load) {
    super(load, createGlue);
    /** What searches for repairs, another module; null while none is in use. */
    this.repair = null;
  }

  started(glue, memory) {
    if (this.cells === undefined) this.learn(glue);
    this.address = glue.bufferAddress();
    this.memory = memory;
    this.view = null;
  }

  /** What every instance knows alike. */
  learn(glue) {
    this.ids = glue.cellIds().split("\n");
    this.tree = null;
    this.relations = glue.relationNames().split("\n").map((name) => name.split("@"));
    this.states = glue.stateNames();
    this.ruleset = glue.ruleset();
    this.cards = [[], []];
    this.cells = new Map(this.ids.map((id, index) => [id, index]));
  }

  /** Where the keys of nested cells lead; made when the first such report comes. */
  nested() {
    if (this.tree === null) this.tree = treeOf(this.ids);
    return this.tree;
  }

  /** What is the same in every finding of a relation, by its index. */
  card(index, english) {
    const cards = this.cards[english ? 1 : 0];
    if (cards[index] === undefined) cards[index] = this.call("card", (glue) => glue.card(index, english));
    return cards[index];
  }

  /** The numbers that both sides share. Memory may have moved when it grew. */
  numbers() {
    if (this.view === null || this.view.buffer !== this.memory.buffer) {
      this.view = new Float64Array(this.memory.buffer, this.address, this.ids.length);
    }
    return this.view;
  }
}

/**
 * What keys can lead to, however much of an id each spells: a Map from key to index of a cell, or to such a Map.
 * "requests.received.natural" is found in three ways: at once, by "requests" and "received.natural", step by step.
 */
function treeOf(ids) {
  const tree = new Map();
  const grow = (node, key, index) => {
    node.set(key, index);
    for (let end = key.indexOf("."); end >= 0; end = key.indexOf(".", end + 1)) {
      const above = key.slice(0, end);
      if (!node.has(above)) node.set(above, new Map());
      grow(node.get(above), key.slice(end + 1), index);
    }
  };
  ids.forEach((id, index) => grow(tree, id, index));
  return tree;
}
