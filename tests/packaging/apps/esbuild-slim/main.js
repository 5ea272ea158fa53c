// What the .wasm is depends on esbuild's loader for it: an address ("file") or bytes ("binary").
import "./question.js";
import { check, form, init, open } from "gouji/slim";
import source from "gouji/gouji.wasm";

init(source).then(() => {
  globalThis.answered = ask({ check, form, open });
});
