// Types of the classic script of the kit: what stands in `window.gouji`.
declare var gouji: typeof import("./index.js") & typeof import("./bind.js") & typeof import("./element.js");
