// Where the page requires trusted types, the address of a worker must be one; what Vite writes is a plain text, which
// a policy of this name lets pass.
globalThis.trustedTypes?.createPolicy("default", { createScriptURL: (address) => address });

const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
worker.onmessage = ({ data }) => {
  globalThis.answered = data;
};
