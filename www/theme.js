// Light or dark: what the system prefers, until the reader chooses.

const link = document.getElementById("dark");
const preference = matchMedia("(prefers-color-scheme: dark)");

function remembered() {
  try { return localStorage.getItem("gouji.theme"); } catch { return null; }
}

function remember(theme) {
  try { localStorage.setItem("gouji.theme", theme); } catch { /* the choice lasts as long as the page */ }
}

let chosen = remembered();

export const isDark = () => (chosen ? chosen === "dark" : preference.matches);

function show() {
  link.media = chosen === null ? "screen and (prefers-color-scheme: dark)" : chosen === "dark" ? "screen" : "not all";
}

/** Switch to the other one, and remember it. */
export function toggle() {
  chosen = isDark() ? "light" : "dark";
  remember(chosen);
  show();
}

/** Follow the system's changes; `changed` is told so that the button can name the other theme. */
export function follow(changed) {
  show();
  preference.addEventListener("change", changed);
}
