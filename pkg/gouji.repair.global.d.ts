// Types of the classic script gouji.repair.global.js: it adds no name of its own; `gouji.use` has been called.
export {};
