// The entry that is supplied with its WebAssembly. Compiled only, never run.
import { check, init, initSync, open } from "gouji/slim";
import type { WasmSource } from "gouji/slim";

export async function start(bytes: Uint8Array, module: WebAssembly.Module): Promise<boolean> {
  await init("/static/gouji.wasm");
  await init(new URL("/static/gouji.wasm", location.href));
  await init(fetch("/static/gouji.wasm"));
  await init(await fetch("/static/gouji.wasm"));
  await init(bytes);
  await init(bytes.buffer);
  await init(Promise.resolve(module));
  initSync(bytes);
  initSync(module);
  const source: WasmSource = module;
  await init(source);
  // @ts-expect-error It has to come from somewhere.
  await init();
  // A number would pass: TypeScript's own type of a WebAssembly.Module has no member that it lacks.
  open({ year: 2024 }).close();
  return check({ year: 2024, cells: {} }).ok;
}
