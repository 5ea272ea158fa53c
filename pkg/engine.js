// Starting the WebAssembly core, and starting it anew after a trap.
import createGlue from "./dist/glue.js";
import { GoujiError, missing, startFailure } from "./errors.js";
import { VERSION } from "./dist/version.js";

/**
 * One core and what JavaScript knows of it. `load` gives the module or its bytes.
 * After a trap the instance is dropped; the next call starts another, and `generation` tells sessions to come along.
 */
export class Engine {
  constructor(load) {
    this.load = load;
    this.module = null;
    this.glue = null;
    // A second instance, made beforehand where the browser refuses to make one at once.
    this.spare = null;
    this.generation = 0;
  }

  /** The running core, started if need be. */
  start() {
    if (this.glue === null) {
      if (typeof WebAssembly === "undefined") throw missing();
      if (this.spare !== null) {
        const spare = this.spare;
        this.spare = null;
        this.use(spare);
        this.makeSpare().catch(() => {});
      } else {
        this.use(this.instantiate());
      }
    }
    return this.glue;
  }

  instantiate() {
    const glue = createGlue();
    try {
      if (this.module === null) {
        const loaded = this.load();
        this.module = loaded instanceof WebAssembly.Module ? loaded : new WebAssembly.Module(loaded);
      }
      return { glue, memory: glue.initSync({ module: this.module }).memory };
    } catch (error) {
      throw startFailure(error);
    }
  }

  use({ glue, memory }) {
    try {
      if (this.cells === undefined) this.learn(glue);
      this.address = glue.bufferAddress();
    } catch (error) {
      throw this.failure("start", glue, error);
    }
    this.glue = glue;
    this.memory = memory;
    this.view = null;
    this.generation += 1;
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

  /** Starts the core where it can only be started asynchronously. */
  async ready() {
    if (this.glue !== null) return;
    try {
      this.start();
    } catch (error) {
      if (error.code !== "not-ready") throw error;
      try {
        if (this.module === null) {
          const loaded = this.load();
          this.module = loaded instanceof WebAssembly.Module ? loaded : await WebAssembly.compile(loaded);
        }
        const first = await this.instantiateLater();
        if (this.glue === null) this.use(first);
        await this.makeSpare();
      } catch (later) {
        throw startFailure(later);
      }
    }
  }

  async instantiateLater() {
    const glue = createGlue();
    const { memory } = await glue.default({ module_or_path: this.module });
    return { glue, memory };
  }

  async makeSpare() {
    this.spare = await this.instantiateLater();
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

  /** Runs one call of the core. What it throws as a text is the caller's fault (wrong usage), anything else is ours. */
  call(name, action) {
    const glue = this.start();
    try {
      return action(glue);
    } catch (error) {
      if (typeof error === "string") throw new TypeError(error);
      throw this.failure(name, glue, error);
    }
  }

  /** Drops the broken instance and says what happened. */
  failure(name, glue, error) {
    let text = "";
    try {
      text = glue.panicText();
    } catch (silent) {
      // The instance is past speaking; the trap itself has to do.
    }
    this.glue = null;
    this.view = null;
    const said = text || String((error && error.message) || error);
    const failure = new GoujiError("engine-failure", "gouji " + VERSION + " failed in " + name + ": " + said);
    return Object.assign(failure, { call: name, version: VERSION, cause: error });
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
