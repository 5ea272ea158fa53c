// The head of every page but the first, which has its own: the language, the light, the links between the pages.

import { element } from "./element.js";
import { icon } from "./icons.js";
import * as theme from "./theme.js";
import { asked, learn, say, speak, spoken } from "./words.js";
import en from "./words/en.js";
import zh from "./words/zh.js";
import more from "./words/zh-later.js";

// Before the page learns its own, which are said where both have a word.
learn({ zh: { ...zh, ...more }, en });

const find = (id) => document.getElementById(id);

/** Dress the masthead in the language asked for; `retold` is called when another one is chosen. */
export function masthead(retold) {
  const showTheme = () => {
    const dark = theme.isDark();
    find("theme").replaceChildren(icon(dark ? "sun" : "moon"), element("span", { text: say(dark ? "toLight" : "toDark") }));
  };
  const talk = (language) => {
    speak(language);
    document.title = say("pageTitle");
    find("language").textContent = say("language");
    find("language").lang = language === "zh" ? "en" : "zh-CN";
    showTheme();
  };
  find("stays-sign").replaceWith(icon("lock"));
  theme.follow(showTheme);
  find("theme").addEventListener("click", () => {
    theme.toggle();
    showTheme();
  });
  find("language").addEventListener("click", () => {
    talk(spoken() === "zh" ? "en" : "zh");
    retold();
  });
  talk(asked());
}

/** Say in the page why nothing can be shown. */
export function cannotStart(root, reason) {
  console.error(reason);
  if (find("language").textContent === "") masthead(() => {});
  root.replaceChildren(element("p", { class: "trouble", role: "alert", text: typeof WebAssembly === "undefined" ? say("cannotRun") : say("cannotLoad", { reason: reason.message }) }));
}
