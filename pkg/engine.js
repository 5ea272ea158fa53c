// Starting a WebAssembly module, and starting it anew after a trap.
import { GoujiError, missing, startFailure } from "./errors.js";
import { VERSION } from "./dist/version.js";

/**
 * One module. `load` gives it or its bytes; `createGlue` is its JavaScript.
 * After a trap the instance is dropped; the next call starts another, and `generation` tells which one runs.
 */
export class Engine {
  constructor(load, createGlue) {
    this.load = load;
    this.createGlue = createGlue;
    this.module = null;
    this.glue = null;
    // A second instance, made beforehand where the browser refuses to make one at once.
    this.spare = null;
    this.generation = 0;
  }

  /** What a subclass has to ask each new instance before its first call. */
  started() {}

  /** The running instance, started if need be. */
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
    const glue = this.createGlue();
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
      this.started(glue, memory);
    } catch (error) {
      throw this.failure("start", glue, error);
    }
    this.glue = glue;
    this.generation += 1;
  }

  /** Starts the module where it can only be started asynchronously. */
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
    const glue = this.createGlue();
    const { memory } = await glue.default({ module_or_path: this.module });
    return { glue, memory };
  }

  async makeSpare() {
    this.spare = await this.instantiateLater();
  }

  /** Runs one call. What it throws as a text is the caller's fault (wrong usage), anything else is ours. */
  call(name, action) {
    const glue = this.start();
    try {
      return action(glue);
    } catch (error) {
      if (typeof error === "string") throw new TypeError(error);
      // Of another module, which has seen to it.
      if (error instanceof GoujiError) throw error;
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
    const said = text || String((error && error.message) || error);
    const failure = new GoujiError("engine-failure", "gouji " + VERSION + " failed in " + name + ": " + said);
    return Object.assign(failure, { call: name, version: VERSION, cause: error });
  }
}
