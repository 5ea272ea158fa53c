// The live form. Its figures lie in the core's memory; what was typed is kept here too, as typed, so that nothing
// is lost when the core has to be started anew.
import { isEnglish, toldAnswer, toldFindings } from "./answer.js";
import { assertRepair, repairsOf } from "./repairs.js";
import { define, hand, handOptions, isObject, isRepairsAsked, plain, plainNumber, typedCells } from "./report.js";

const TOLD = 1;
const CLOSED = 2;

export class Session {
  constructor(engine, report, options) {
    if (!isObject(report)) throw new TypeError("open: the report must be an object");
    const [last, chosen, repairs] = handOptions(options, "open");
    this.engine = engine;
    this.last = last;
    this.chosen = chosen;
    this.isRepairsAsked = repairs;
    this.english = isEnglish(chosen);
    engine.start();
    this.base = { ...report };
    this.cells = typedCells(this.base.cells, engine);
    this.explanations = isObject(this.base.explanations) ? { ...this.base.explanations } : {};
    this.enter();
  }

  /** Brings what was typed into the running core. */
  enter() {
    const rest = hand(this.report(), this.engine, "open");
    this.handle = this.engine.call("open", (glue) => glue.open(rest, this.last, this.chosen));
    this.generation = this.engine.generation;
  }

  call(name, action) {
    if (this.handle === null) throw new Error("this session is closed");
    this.engine.start();
    if (this.generation !== this.engine.generation) this.enter();
    return this.engine.call(name, action);
  }

  set(cell, value) {
    const engine = this.engine;
    const index = engine.cells.get(cell);
    if (index === undefined) throw new RangeError('there is no cell "' + cell + '"');
    if (this.handle === null) throw new Error("this session is closed");
    // Typed is typed, whatever becomes of the call.
    const before = this.cells[cell];
    this.cells[cell] = value;
    let edited;
    if (engine.glue !== null && this.generation === engine.generation) {
      try {
        edited = write(engine.glue, this.handle, index, value);
      } catch (error) {
        throw engine.failure("set", engine.glue, error);
      }
    } else {
      // A new core learns the old figure first, so that the change told is the change made.
      this.cells[cell] = before;
      try {
        edited = this.call("set", (glue) => write(glue, this.handle, index, value));
      } finally {
        this.cells[cell] = value;
      }
    }
    if (edited === CLOSED) throw new Error("this session is closed");
    const relations = this.touched();
    if (edited !== TOLD) return { appeared: [], resolved: [], relations };
    const [appeared, resolved] = this.call("set", (glue) => glue.takeChange(this.handle));
    return { appeared: toldFindings(appeared, engine, this.english), resolved, relations };
  }

  /** The relations of the cell edited last: their number, then index, state and difference of each. */
  touched() {
    const engine = this.engine;
    const numbers = engine.numbers();
    const count = numbers[0];
    const relations = new Array(count);
    let isMoney = false;
    for (let place = 1, index = 0; index < count; index += 1, place += 3) {
      const name = engine.relations[numbers[place]];
      const difference = numbers[place + 2];
      if (difference === Infinity) isMoney = true;
      relations[index] = {
        rule: name[0],
        at: name[1],
        state: engine.states[numbers[place + 1]],
        difference: difference === difference ? difference : null,
      };
    }
    return isMoney ? this.withAmounts(relations, Array.from(numbers)) : relations;
  }

  /** Amounts of money are decimals, which do not fit into a number. */
  withAmounts(relations, numbers) {
    return relations.map((relation, index) =>
      relation.difference === Infinity ? this.call("set", (glue) => glue.relation(this.handle, numbers[1 + index * 3])) : relation
    );
  }

  get(cell) {
    return this.cells[cell];
  }

  explain(finding, text) {
    if (this.handle === null) throw new Error("this session is closed");
    const key = String(finding);
    const given = text === null || text === undefined || String(text).trim() === "" ? undefined : String(text);
    if (!this.call("explain", (glue) => glue.explain(this.handle, key, given))) {
      throw new RangeError('there is no rule of the finding "' + key + '"');
    }
    if (given === undefined) delete this.explanations[key];
    else define(this.explanations, key, given);
  }

  findings(options) {
    const whole = Boolean(options && options.whole);
    const findings = this.call("findings", (glue) => glue.findings(this.handle, whole));
    return toldFindings(findings, this.engine, this.english);
  }

  relations() {
    return this.call("relations", (glue) => glue.relations(this.handle));
  }

  answer(options) {
    const repairs = this.isRepairsAsked || isRepairsAsked(options && options.repairs, "answer");
    const found = repairs ? this.found("answer") : null;
    const answer = this.call("answer", (glue) => glue.answer(this.handle));
    return toldAnswer(answer, this.engine, this.english, found);
  }

  repairs() {
    return this.found("repairs").repairs;
  }

  /** The repairs and what is said of all of them. */
  found(name) {
    if (this.handle !== null) assertRepair(this.engine);
    return this.call(name, (glue) => repairsOf(this.engine, glue, this.handle, this.english));
  }

  /** Makes the changes of a repair, all or none, and tells them, so that the fields of a page can follow. */
  apply(repair) {
    const changes = repair && repair.changes;
    if (!Array.isArray(changes)) throw new TypeError("apply: not a repair");
    const edits = changes.filter(({ to }) => to !== null).map(({ cell, to }) => {
      if (!this.engine.cells.has(cell)) throw new RangeError('there is no cell "' + cell + '"');
      const from = this.cells[cell];
      return { cell, from: from === undefined ? null : from, to };
    });
    const typed = this.cells;
    this.cells = { ...typed };
    try {
      for (const { cell, to } of edits) this.set(cell, to);
    } catch (error) {
      // All or none: a core that failed half way is left, and the next one learns what was typed.
      this.cells = typed;
      throw error;
    }
    return edits;
  }

  report() {
    const report = { ...this.base, cells: over(this.base.cells, this.cells) };
    if (this.base.explanations !== undefined || Object.keys(this.explanations).length > 0) {
      report.explanations = over(this.base.explanations, this.explanations);
    }
    return report;
  }

  close() {
    if (this.handle !== null && this.engine.glue !== null && this.generation === this.engine.generation) {
      const handle = this.handle;
      this.engine.call("close", (glue) => glue.close(handle));
    }
    this.handle = null;
  }
}

/** What was typed, in place of what the report came with; what came and is no object stays, for the core to say so. */
function over(came, typed) {
  return came === undefined || came === null || isObject(came) || Object.keys(typed).length > 0 ? { ...typed } : came;
}

function write(glue, handle, index, value) {
  const number = plainNumber(value);
  if (number === number) return glue.setInteger(handle, index, number);
  const odd = plain(value, 0);
  return typeof odd === "string" ? glue.setText(handle, index, odd) : glue.setOther(handle, index, odd);
}
