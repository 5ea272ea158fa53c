// Types of the classic script of the readers: what stands in `window.goujiRead`.
declare var goujiRead: typeof import("./read.js");
