// The words of the page, in both languages. What the form and the findings say comes from the package. Each page learns
// the words it needs (words/); the Chinese of what stands in its markup is said there alone.

const languages = { zh: {}, en: {} };
/** What the markup says, by node and by what of it. */
const printed = new Map();
let language = "zh";

export const spoken = () => language;

/** The language that the address asks for, "zh" where it asks for none: so the links between the pages keep it. */
export const asked = () => (new URLSearchParams(location.search).get("language") === "en" ? "en" : "zh");

/** Words to be said from now on; where a key is known already, the newer ones are said. */
export function learn(words) {
  for (const [name, own] of Object.entries(words)) Object.assign(languages[name], own);
}

/** The words for a key, with `{name}` replaced. */
export function say(key, values = {}) {
  const words = languages[language][key];
  if (words === undefined) throw new Error(`no words for ${key}`);
  return words.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** A text of the form in the language spoken. */
export const formText = (thing) => (language === "en" && thing.english ? thing.english : thing.text ?? thing.title ?? thing.label);

/** Speak a language: everything marked with data-words, data-label or data-hint in the page follows. */
export function speak(chosen) {
  language = chosen;
  document.documentElement.lang = chosen === "zh" ? "zh-CN" : "en";
  follow("words", (node) => node.textContent, (node, text) => { node.textContent = text; });
  for (const [mark, name] of [["label", "aria-label"], ["hint", "placeholder"]]) follow(mark, (node) => node.getAttribute(name), (node, text) => node.setAttribute(name, text));
  for (const link of document.querySelectorAll(".pages a")) link.search = chosen === "zh" ? "" : "?language=en";
}

/** What is marked says its key's words: in Chinese those of the markup, where there are any. */
function follow(mark, read, put) {
  for (const node of document.querySelectorAll(`[data-${mark}]`)) {
    const place = printed.get(node) ?? {};
    printed.set(node, place);
    place[mark] ??= read(node) || "";
    put(node, (language === "zh" && place[mark]) || say(node.dataset[mark]));
  }
}
