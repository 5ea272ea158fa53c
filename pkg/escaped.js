// A text for a library that writes what it is given as markup. A message may quote what was typed, and that may be markup.
const NAMES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escaped = (text) => text.replace(/[&<>"']/g, (character) => NAMES[character]);
