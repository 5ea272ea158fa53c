// The .wasm lies on the portal's own server, outside what the bundler knows.
import "./question.js";
import { check, form, init, open } from "gouji/slim";

init(fetch("/static/gouji.wasm")).then(() => {
  globalThis.answered = ask({ check, form, open });
});
