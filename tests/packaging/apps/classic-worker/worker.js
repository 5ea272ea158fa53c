const addresses = self.trustedTypes
  ? trustedTypes.createPolicy("addresses", { createScriptURL: (address) => address })
  : { createScriptURL: (address) => address };
importScripts(addresses.createScriptURL("gouji.global.js"), addresses.createScriptURL("question.js"));

postMessage(ask(gouji));
