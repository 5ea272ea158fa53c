// The app reads the .wasm itself, once for all pages.
import "./question.js";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

let started;

export async function Page() {
  const { check, form, init, open } = await import("gouji/slim");
  started ??= readFile(createRequire(import.meta.url).resolve("gouji/gouji.wasm")).then(init);
  await started;
  return ask({ check, form, open });
}
