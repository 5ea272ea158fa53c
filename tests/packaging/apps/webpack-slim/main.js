// The .wasm as an asset of webpack 5's.
import "./question.js";
import { check, form, init, open } from "gouji/slim";

init(new URL("gouji/gouji.wasm", import.meta.url)).then(() => {
  globalThis.answered = ask({ check, form, open });
});
