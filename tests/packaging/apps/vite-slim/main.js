// The .wasm as an asset of Vite's.
import "./question.js";
import { check, form, init, open } from "gouji/slim";
import address from "gouji/gouji.wasm?url";

init(address).then(() => {
  globalThis.answered = ask({ check, form, open });
});
