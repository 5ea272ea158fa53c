// Watching, and disturbing, the WebAssembly instances that the package makes. To be imported before the package.
const { Instance } = WebAssembly;

/** Every instance made so far. */
export const instances = [];
/** Told of each call of an import, by its name without wasm-bindgen's prefix and hash; may answer in its place. */
let onImport = () => {};

WebAssembly.Instance = class extends Instance {
  constructor(module, imports) {
    super(module, watched(imports));
    instances.push(this);
  }

  static [Symbol.hasInstance](value) {
    return value instanceof Instance;
  }
};

const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = async (module, imports) => {
  const made = await instantiate.call(WebAssembly, module, watched(imports));
  instances.push(made.instance ?? made);
  return made;
};

function watched(imports) {
  const wrap = (name, call) => (...args) => {
    const answer = onImport(name.replace(/^__wbg_|_[0-9a-f]{16}$/g, ""));
    return answer === undefined ? call(...args) : answer;
  };
  const wrapAll = (calls) => Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, wrap(name, call)]));
  return Object.fromEntries(Object.entries(imports).map(([module, calls]) => [module, wrapAll(calls)]));
}

const having = (name) => instances.filter(({ exports }) => name in exports);
/** The core last made. */
export const newest = () => having("check").pop();
/** Every instance of the search for repairs, another module. */
export const searches = () => having("solve");

/** The next call that the core makes to JavaScript throws, once, as nothing in the package expects. */
export function failOnce() {
  onImport = () => {
    onImport = () => {};
    throw new Error("disturbed by a test");
  };
}

/** The next list that the core asks the length of is said to have more entries than there is room for: Rust panics. */
export function panicOnce() {
  onImport = (name) => {
    if (name !== "length") return undefined;
    onImport = () => {};
    return -1;
  };
}

/** What JavaScript keeps for the core is gone for the next call: the engine's own JavaScript throws a TypeError. */
export function confuseOnce() {
  onImport = (name) => {
    if (name !== "__wbindgen_number_get" && name !== "__wbindgen_object_drop_ref" && name !== "set") return undefined;
    onImport = () => {};
    throw new TypeError("disturbed by a test");
  };
}

/** A real trap at the next call, memory out of bounds: the core's stack is taken away. */
export function takeStack() {
  newest().exports.__wbindgen_add_to_stack_pointer(-(2 ** 31));
}

/** The same in an instance of the search for repairs, the last made unless another is given. */
export function takeStackOfSearch(search = searches().pop()) {
  search.exports.__wbindgen_add_to_stack_pointer(-(2 ** 31));
}

/** As a browser that compiles and instantiates only asynchronously, until the function returned is called. */
export function refuseSynchronous() {
  const { Module, Instance } = WebAssembly;
  const refuse = (of, what) => {
    const refusing = function () {
      throw new RangeError(`${what} is disallowed on the main thread, if the buffer size is larger than 4KB.`);
    };
    Object.setPrototypeOf(refusing, of);
    return Object.defineProperty(refusing, Symbol.hasInstance, { value: (value) => value instanceof of });
  };
  WebAssembly.Module = refuse(Module, "WebAssembly.Compile");
  WebAssembly.Instance = refuse(Instance, "WebAssembly.Instance");
  return () => Object.assign(WebAssembly, { Module, Instance });
}
