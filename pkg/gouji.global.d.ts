// Types of the classic script: what stands in `window.gouji`.
declare var gouji: typeof import("./index.js");
