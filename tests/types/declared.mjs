// What the declarations say of values, asked of TypeScript itself: whether a value is what a type promises, which
// promises were met at all, and which values a type allows.
import ts from "typescript";

const isSet = (flags, flag) => (flags & flag) !== 0;

/** The declarations of several files, each under its full path. */
export function readDeclarations(files) {
  const program = ts.createProgram(files, {
    strict: true, target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16, types: [],
  });
  return new Map(files.map((file) => [file, new Declarations(program.getTypeChecker(), program.getSourceFile(file))]));
}

class Declarations {
  constructor(checker, source) {
    this.checker = checker;
    const names = this.checker.getExportsOfModule(this.checker.getSymbolAtLocation(source));
    this.exports = new Map(names.map((symbol) => [symbol.name, isSet(symbol.flags, ts.SymbolFlags.Alias) ? this.checker.getAliasedSymbol(symbol) : symbol]));
    this.source = source;
    /** Promises by their place ("Finding.left: number", "Finding.left absent"), and whether a value has met them. */
    this.promises = new Map();
    this.judges = new Map();
  }

  /** The names that exist when the program runs. */
  values() {
    return [...this.exports].filter(([, symbol]) => isSet(symbol.flags, ts.SymbolFlags.Value)).map(([name]) => name);
  }

  /** The type of a name: of an interface or alias itself, of a function what it is. */
  type(name) {
    const symbol = this.exports.get(name);
    return isSet(symbol.flags, ts.SymbolFlags.Type)
      ? this.checker.getDeclaredTypeOfSymbol(symbol)
      : this.checker.getTypeOfSymbolAtLocation(symbol, this.source);
  }

  /** What a function gives back: "check"; or a method: "Session", "set". */
  result(name, ...path) {
    return this.signature(name, ...path).getReturnType();
  }

  signature(name, ...path) {
    const member = (type, key) => this.checker.getTypeOfSymbolAtLocation(type.getProperty(key), this.source);
    return path.reduce(member, this.type(name)).getCallSignatures()[0];
  }

  members(name) {
    return this.type(name).getProperties().map((member) => member.name);
  }

  /** What is not as declared, in words; empty where all is. */
  problems(type, value, where = "") {
    const met = [];
    const problems = this.judge(type, this.name(type) ?? where)(value, where, met);
    if (problems.length === 0) for (const promise of met) this.promises.set(promise, true);
    return problems;
  }

  /** Promises that no value has met. */
  unmet() {
    return [...this.promises].filter(([, isMet]) => !isMet).map(([promise]) => promise);
  }

  promise(text) {
    if (!this.promises.has(text)) this.promises.set(text, false);
    return text;
  }

  /**
   * The judge of a type at a place in the declarations: a function of a value, of where it stands in the answer, and
   * of a list for the promises it meets, should the whole answer prove right. It returns what is wrong. Made once for
   * each type and place, because TypeScript takes its time.
   */
  judge(type, place) {
    const key = `${type.id} ${place}`;
    if (!this.judges.has(key)) {
      // Types may contain themselves.
      let judge;
      this.judges.set(key, (...args) => judge(...args));
      judge = this.makeJudge(type, place);
      this.judges.set(key, judge);
    }
    return this.judges.get(key);
  }

  makeJudge(type, place) {
    const { flags } = type;
    const text = this.checker.typeToString(type);
    const wrong = (value, where) => [`${where} is ${describe(value)}, not ${text}`];
    const expect = (holds) => (value, where) => (holds(value) ? NOTHING : wrong(value, where));
    if (isSet(flags, ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) return () => NOTHING;
    if (isSet(flags, ts.TypeFlags.Void | ts.TypeFlags.Undefined)) return expect((value) => value === undefined);
    if (isSet(flags, ts.TypeFlags.Null)) return expect((value) => value === null);
    if (isSet(flags, ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral)) return expect((value) => value === type.value);
    if (isSet(flags, ts.TypeFlags.BooleanLiteral)) return expect((value) => value === (type.intrinsicName === "true"));
    if (isSet(flags, ts.TypeFlags.String)) return expect((value) => typeof value === "string");
    if (isSet(flags, ts.TypeFlags.Number)) return expect((value) => Number.isFinite(value));
    if (type.isUnion()) return this.judgeOfUnion(type, place, wrong);
    if (!isSet(flags, ts.TypeFlags.Object | ts.TypeFlags.Intersection)) throw new Error(`${place}: what kind of type is ${text}?`);
    if (type.getCallSignatures().length > 0) return expect((value) => typeof value === "function");
    if (this.checker.isArrayType(type)) {
      const [element] = this.checker.getTypeArguments(type);
      const judge = this.judge(element, this.name(element) ?? place);
      return (value, where, met) => (Array.isArray(value)
        ? collect(value, (one, index) => judge(one, `${where}[${index}]`, met))
        : wrong(value, where));
    }
    if (this.checker.isTupleType(type)) {
      const judges = this.checker.getTypeArguments(type).map((one) => this.judge(one, this.name(one) ?? `${place}[…]`));
      return (value, where, met) => (Array.isArray(value) && value.length === judges.length
        ? collect(judges, (judge, index) => judge(value[index], `${where}[${index}]`, met))
        : wrong(value, where));
    }
    return this.judgeOfObject(type, place, wrong);
  }

  judgeOfUnion(type, place, wrong) {
    // Ids are texts of which there are many; they are held against the forms and the rule book as a whole.
    const texts = type.types.filter(({ flags }) => isSet(flags, ts.TypeFlags.StringLiteral));
    const ids = new Set(texts.length > 20 ? texts.map(({ value }) => value) : []);
    const alternatives = type.types.filter(({ value }) => !ids.has(value)).map((one) => ({
      judge: this.judge(one, this.name(one) ?? place),
      promise: this.promise(`${place}: ${this.checker.typeToString(one)}`),
    }));
    return (value, where, met) => {
      if (ids.has(value)) return NOTHING;
      for (const { judge, promise } of alternatives) {
        const further = [];
        if (judge(value, where, further).length > 0) continue;
        met.push(promise, ...further);
        return NOTHING;
      }
      return wrong(value, where);
    };
  }

  judgeOfObject(type, place, wrong) {
    const index = this.checker.getIndexInfosOfType(type)[0];
    const others = index && this.judge(index.type, `${place}[…]`);
    const properties = this.checker.getPropertiesOfType(type).map((property) => {
      const at = `${place}.${property.name}`;
      const isOptional = isSet(property.flags, ts.SymbolFlags.Optional);
      const declared = this.checker.getTypeOfSymbolAtLocation(property, this.source);
      // There or not: a key that is there and holds undefined is neither.
      const kind = isOptional && declared.isUnion() ? this.checker.getNonNullableType(declared) : declared;
      return {
        name: property.name,
        isOptional,
        judge: this.judge(kind, this.name(kind) ?? at),
        present: isOptional && this.promise(`${at} present`),
        absent: isOptional && this.promise(`${at} absent`),
      };
    });
    const names = new Set(properties.map(({ name }) => name));
    return (value, where, met) => {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return wrong(value, where);
      const unnamed = collect(Object.keys(value), (key) => {
        if (names.has(key)) return NOTHING;
        return others ? others(value[key], `${where}.${key}`, met) : [`${where}.${key} is not declared`];
      });
      const named = collect(properties, ({ name, isOptional, judge, present, absent }) => {
        const isThere = name in value;
        if (isOptional) met.push(isThere ? present : absent);
        if (isThere) return judge(value[name], `${where}.${name}`, met);
        return isOptional ? NOTHING : [`${where}.${name} is missing`];
      });
      return unnamed.length + named.length === 0 ? NOTHING : [...unnamed, ...named];
    };
  }

  /** The name of an interface: what it promises is promised wherever it stands. */
  name(type) {
    return isSet(type.flags, ts.TypeFlags.Object) && type.isClassOrInterface() ? type.symbol.name : undefined;
  }

  /** Values that a type allows: each literal of a union, each key of an object by itself; `key` where any key will do. */
  samples(type, key = "text") {
    const { flags } = type;
    if (type.isUnion()) return type.types.flatMap((one) => this.samples(one, key));
    if (isSet(flags, ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral)) return [type.value];
    if (isSet(flags, ts.TypeFlags.BooleanLiteral)) return [type.intrinsicName === "true"];
    if (isSet(flags, ts.TypeFlags.String | ts.TypeFlags.Unknown)) return ["text"];
    if (isSet(flags, ts.TypeFlags.Number)) return [2024];
    if (isSet(flags, ts.TypeFlags.Undefined | ts.TypeFlags.Null)) return [];
    const index = this.checker.getIndexInfosOfType(type)[0];
    if (index !== undefined) return [{}, ...this.samples(index.type, key).map((value) => ({ [key]: value }))];
    const properties = this.checker.getPropertiesOfType(type);
    const needed = {};
    for (const property of properties) {
      if (isSet(property.flags, ts.SymbolFlags.Optional)) continue;
      [needed[property.name]] = this.samples(this.checker.getTypeOfSymbolAtLocation(property, this.source));
    }
    return properties.flatMap((property) => this.samples(this.checker.getTypeOfSymbolAtLocation(property, this.source))
      .map((value) => ({ ...needed, [property.name]: value })));
  }
}

const NOTHING = [];

/** What a function finds wrong with each of a list. */
function collect(list, judge) {
  let problems = NOTHING;
  list.forEach((one, index) => {
    const found = judge(one, index);
    if (found.length > 0) problems = [...problems, ...found];
  });
  return problems;
}

function describe(value) {
  if (typeof value === "function") return "a function";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
