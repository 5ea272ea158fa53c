// The worker, started when it is first needed and again after it was stopped.

/** A policy of one name can be made once only. */
let policy = null;

export class Runs {
  #handlers;
  #worker = null;
  #run = 0;
  #isRunning = false;
  #asked = 0;
  /** Questions about repairs that are not answered yet. */
  #waiting = new Map();

  /** `handlers`: progress({phase, done, total}), finished(outcomes, ofDocuments), failed(why). */
  constructor(handlers) { this.#handlers = handlers; }

  get isRunning() { return this.#isRunning; }

  start(files, options) { this.#ask({ files, options }); }

  /** Check once more what was read last. */
  again(options) { this.#ask({ options }); }

  /** What would mend a report that was read last, by its place; null where nobody can say. */
  mend(place, options) {
    if (!this.#worker) return Promise.resolve(null);
    this.#asked += 1;
    this.#worker.postMessage({ asked: this.#asked, place, options });
    return new Promise((resolve) => this.#waiting.set(this.#asked, resolve));
  }

  /** What was read is gone with it. */
  stop() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#isRunning = false;
    for (const resolve of this.#waiting.values()) resolve(null);
    this.#waiting.clear();
  }

  #ask(question) {
    this.#worker ??= this.#open();
    this.#run += 1;
    this.#isRunning = true;
    this.#worker.postMessage({ run: this.#run, ...question });
  }

  #open() {
    const address = new URL("./worker.js", import.meta.url).href;
    // Where Trusted Types are enforced, a worker is started by a policy that knows this one address.
    policy ??= globalThis.trustedTypes?.createPolicy("gouji-worker", { createScriptURL: () => address });
    return this.#listen(new Worker(policy ? policy.createScriptURL("") : address, { type: "module" }));
  }

  #listen(worker) {
    worker.addEventListener("message", ({ data }) => {
      if (data.asked !== undefined) {
        this.#waiting.get(data.asked)?.(data.found);
        this.#waiting.delete(data.asked);
        return;
      }
      if (data.run !== this.#run) return;
      if (data.phase) return this.#handlers.progress(data);
      this.#isRunning = false;
      if (data.failed !== undefined) this.#handlers.failed(data.failed);
      else this.#handlers.finished(data.outcomes, data.ofDocuments);
    });
    worker.addEventListener("error", (event) => {
      this.stop();
      this.#handlers.failed(event.message ?? "");
    });
    return worker;
  }
}
