// The words in the language of a binding.
import { words } from "../dist/bind.words.js";

/** A function that gives the words for a key, with `{name}` replaced. */
export function speaker(language) {
  return (key, values = {}) => words[language][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}
