// Runs in the oldest engine. Reads what to ask from its input, and prints what each shipped script answers.
"use strict";
const fs = require("fs");
const path = require("path");
const util = require("util");
const vm = require("vm");

const shipped = path.join(__dirname, "../../pkg");
const asked = JSON.parse(fs.readFileSync(0, "utf8"));

/** TextEncoder as it first was. */
class Encoder {
  encode(text) {
    return new Uint8Array(Buffer.from(text));
  }
}

function load(file) {
  const module = { exports: {} };
  const sandbox = { TextDecoder: util.TextDecoder, TextEncoder: Encoder, console, module, exports: module.exports };
  vm.createContext(sandbox);
  vm.runInContext(fs.readFileSync(path.join(shipped, file), "utf8"), sandbox);
  const gouji = sandbox.gouji || module.exports;
  if (gouji.initSync) gouji.initSync(fs.readFileSync(path.join(shipped, "gouji.wasm")));
  return gouji;
}

const answers = {};
for (const file of ["gouji.global.js", "index.cjs", "slim.cjs"]) {
  const gouji = load(file);
  const session = gouji.open(asked.form);
  answers[file] = {
    checks: asked.reports.map((report) => asked.options.map((options) => gouji.check(report, options))),
    rules: gouji.rules(),
    forms: gouji.years().map(gouji.form),
    changes: asked.edits.map(([cell, value]) => session.set(cell, value)),
    answer: session.answer(),
  };
}
/** The readers, on the documents that are named. */
function readers(file) {
  const module = { exports: {} };
  const sandbox = { TextDecoder: util.TextDecoder, TextEncoder: Encoder, console, module, exports: module.exports };
  vm.createContext(sandbox);
  vm.runInContext(fs.readFileSync(path.join(shipped, file), "utf8"), sandbox);
  const { read } = sandbox.goujiRead || module.exports;
  return asked.documents.map((name) => read(fs.readFileSync(name), { name: path.basename(name) }));
}
const readings = {};
for (const file of ["gouji.read.global.js", "read.cjs"]) readings[file] = readers(file);
process.stdout.write(JSON.stringify({ engine: process.versions.v8, answers, readings }));
