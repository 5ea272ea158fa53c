// Types of `gouji/slim`: the same functions without the WebAssembly inside; the page supplies `gouji/gouji.wasm`.
export * from "./index.js";

/** `gouji.wasm` of the same release, in whatever form it is at hand. Strings and URLs are fetched. */
export type WasmSource = ArrayBuffer | ArrayBufferView | WebAssembly.Module | Response | URL | string;

/**
 * Supplies the WebAssembly and starts the engine. The first source that works counts; later calls resolve at once.
 * Rejects with a GoujiError "wasm-unusable" that says what came instead (HTTP status, first bytes).
 */
export function init(source: WasmSource | PromiseLike<WasmSource>): Promise<void>;
/** The same at once, where the bytes are at hand. */
export function initSync(source: ArrayBuffer | ArrayBufferView | WebAssembly.Module): void;
