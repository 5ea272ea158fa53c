// The examples of the README files.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { project } from "../setup/programs.mjs";

const documents = ["README.md", "README.zh-CN.md", "pkg/README.md"];

/**
 * Each block of JavaScript or TypeScript, with a file name for it. A block that imports nothing goes on where the one
 * before it ended.
 */
export const examples = documents.flatMap((document) => {
  const found = [];
  const text = readFileSync(join(project, document), "utf8");
  for (const [, language, code] of text.matchAll(/^```(js|ts)\n(.*?)^```$/gms)) {
    const isRequired = /\brequire\(/.test(code);
    if (found.length > 0 && !isRequired && !/^import\b/m.test(code)) found.at(-1).code += code;
    else found.push({ extension: `${isRequired ? "c" : "m"}${language}`, code });
  }
  const stem = document.replace(/\W/g, "-");
  return found.map(({ extension, code }, index) => ({ document, code, file: `${stem}-${index + 1}.${extension}` }));
});
