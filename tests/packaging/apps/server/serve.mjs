// node serve.mjs page.mjs: renders the page for two visitors at once.
if (typeof document !== "undefined" || typeof window !== "undefined") throw new Error("This is to run without a document.");
const { Page } = await import(`./${process.argv[2]}`);
const [first, second] = await Promise.all([Page(), Page()]);
if (JSON.stringify(first) !== JSON.stringify(second)) throw new Error("Two visitors are answered differently.");
console.log(JSON.stringify(first));
