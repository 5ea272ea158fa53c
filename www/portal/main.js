// The page for those who keep a portal: how to embed, what runs, and a playground for their own form.

import { element } from "../element.js";
import { load, loadBinding } from "../engine.js";
import { cannotStart, masthead } from "../masthead.js";
import { learn, say, spoken } from "../words.js";
import { examples } from "./examples.js";
import { Playground, codeBlock } from "./playground.js";
import { sample } from "./sample.js";
import { snippets } from "./snippets.js";
import { words } from "./words.js";

const find = (id) => document.getElementById(id);

function drawWords() {
  find("snippets").replaceChildren(...snippets.map((snippet) => {
    const [title, note] = snippet[spoken()];
    return element("section", { class: "snippet-part", id: `embed-${snippet.key}` }, element("div", { class: "snippet-words" }, element("h3", { text: title }), element("p", { text: note })),
      element("div", { class: "snippet-code" }, codeBlock(snippet.code, title), snippet.more ? codeBlock(snippet.more, `${title} 2`) : null));
  }));
  find("samples").replaceChildren(...examples.map((example) => {
    const [title, note] = example[spoken()];
    return element("li", null, element("a", { href: example.address }, element("strong", { text: title }), element("span", { text: note }), example.needs ? element("span", { class: "needs", text: say("needsLibrary") }) : null));
  }));
}

function start([engine, { bind }]) {
  const playground = new Playground(engine, bind, find("coverage"), find("told"));
  const years = () => {
    const chosen = find("year").value;
    find("year").replaceChildren(...engine.years().map((year) => element("option", { value: year, text: say("yearOf", { year }) })));
    find("year").value = chosen || String(engine.years().filter((year) => year < new Date().getFullYear()).pop() ?? engine.years()[0]);
  };
  const look = () => playground.look(find("html").value, Number(find("year").value));
  masthead(() => {
    years();
    drawWords();
    playground.again();
  });
  years();
  drawWords();
  find("look").addEventListener("click", look);
  find("year").addEventListener("change", () => { if (find("html").value.trim() !== "") look(); });
  find("sample").addEventListener("click", () => {
    find("html").value = sample;
    look();
  });
}

learn(words);
Promise.all([load(), loadBinding()]).then(start).catch((reason) => {
  cannotStart(find("coverage"), reason);
  find("coverage").hidden = false;
});
