// Where the page requires trusted types, the address of a script must be one.
const addresses = window.trustedTypes
  ? trustedTypes.createPolicy("addresses", { createScriptURL: (address) => address })
  : { createScriptURL: (address) => address };
const worker = new Worker(addresses.createScriptURL("worker.js"), { type: "module" });
worker.onmessage = ({ data }) => {
  globalThis.answered = data;
};
