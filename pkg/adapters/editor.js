// A rich-text editor that holds the report: its content is read as it stands, the findings stand beside it, and the
// cells they are about are marked in the text. What is saved is never touched: the marks are a style sheet that names
// the cells by their place, not something in the content.
import { check, form as official } from "../index.js";
import { joined, read, ready } from "../read.js";
import { likeliest, MOST } from "../offered.js";
import { isObject } from "../report.js";
import { keyOf, suspected } from "../suspected.js";
import { cellsOfTable } from "../table-cells.js";
import { Marking } from "../marking.js";
import { Panel } from "../panel.js";
import { Press } from "../press.js";

const PAUSE = 400;

export function editor(options) {
  if (!isObject(options) || typeof options.content !== "function" || typeof options.listen !== "function") {
    throw new TypeError("editor: options.content must give the editable element, options.listen hear of its changes");
  }
  if (!options.panel || options.panel.nodeType !== 1) throw new TypeError("editor: options.panel must be the element in which the findings are shown");
  const { content, listen, panel, form = null, block = true, explain = false, year, report = {}, unavailable = null, ...chosen } = options;
  const marking = new Marking();
  const press = new Press(panel.ownerDocument);
  const explanations = new Map();
  const shown = new Panel(panel, {
    language: chosen.language,
    go: (cell) => go(cell),
    explain: explain ? { text: (key) => explanations.get(key) || "", given: (key, text) => given(key, text), form } : null,
  });
  let places = new Map();
  let timer = null;

  /** Reads and checks what stands there now. */
  function look() {
    clearTimeout(timer);
    timer = null;
    const body = content();
    let reading;
    let answer;
    try {
      reading = read(body, { year, language: chosen.language });
      // An article that is no annual report is none of ours, and goes its way.
      if (reading.report === null) return said({ ok: true, findings: [], unreadable: reading.unreadable, unavailable: null }, body, null);
      // What is written beside the text belongs to the report: it answers what its figures raise, and what the document does.
      const own = {};
      explanations.forEach((text, key) => { own[key] = text; });
      reading.report = { ...report, ...reading.report, explanations: { ...report.explanations, ...reading.report.explanations, ...own } };
      answer = joined(checked(reading.report, chosen), reading);
    } catch (error) {
      // By name: where core and readers are two classic scripts, each has a class of its own.
      if (error.name !== "GoujiError") throw error;
      // The editor must still work where the check cannot. An old browser starts it only asynchronously.
      if (error.code === "not-ready") ready().then(later, () => {});
      else if (unavailable === null) console.warn(String(error));
      else unavailable(error);
      return said({ ok: true, findings: [], unreadable: null, unavailable: error }, body, null);
    }
    const { findings } = answer;
    const isOpen = explain && findings.some(({ severity, explained }) => severity === "warning" && explained === null);
    return said({ ok: answer.ok && !isOpen, findings, unreadable: null, unavailable: null }, body, reading.report, answer.repairs);
  }

  function given(key, text) {
    if (text.trim() === "") explanations.delete(key);
    else explanations.set(key, text);
    later();
  }

  function said(verdict, body, found, repairs = []) {
    places = found === null ? new Map() : placesIn(body, found);
    const isOpen = ({ explained }) => explained === null;
    // What is explained here stays here: its words are sent with the form, and can be changed.
    const standing = verdict.findings.filter((finding) => isOpen(finding) || explanations.has(keyOf(finding)));
    const anchored = standing.map((finding) => ({ finding, cell: suspected(finding, standing, (cell) => places.has(cell)) }));
    marking.show(body, anchored.filter(({ finding, cell }) => cell !== null && isOpen(finding)).map(({ finding, cell }) => ({ element: places.get(cell), severity: finding.severity })));
    const possible = likeliest(repairs);
    const mended = possible.slice(0, MOST).map(({ reason, changes }) => ({ reason, cells: changes.map(({ cell }) => cell).filter((cell) => places.has(cell)) }));
    shown.show(verdict, anchored, { count: possible.length, mended }, found === null ? null : official(found.year === null ? year : found.year));
    return verdict;
  }

  function go(cell) {
    const place = places.get(cell);
    if (place === undefined) return false;
    place.scrollIntoView({ block: "center", inline: "nearest" });
    choose(place);
    return true;
  }

  function beforeSave() {
    const verdict = look();
    if (!verdict.ok) shown.focus();
    return verdict;
  }

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => press.after(look), PAUSE);
  };
  const silence = listen(later);
  const submit = (event) => {
    if (event.target !== form || beforeSave().ok || !block) return;
    event.preventDefault();
    // An editor that writes its content into the form does so no more for a form that is not sent.
    event.stopPropagation();
  };
  if (form !== null) form.ownerDocument.addEventListener("submit", submit, true);
  look();

  return {
    look,
    beforeSave,
    go,
    close() {
      clearTimeout(timer);
      press.close();
      silence();
      if (form !== null) form.ownerDocument.removeEventListener("submit", submit, true);
      marking.clear();
      shown.end();
    },
  };
}

/** Where repairs are asked for but not part of what the host has loaded, the check goes on without them. */
function checked(report, options) {
  try {
    return check(report, options);
  } catch (error) {
    if (error.code !== "repair-missing") throw error;
    return check(report, { ...options, repairs: false });
  }
}

/** Chooses the figure, so that what is typed next takes its place. */
function choose(place) {
  const owner = place.ownerDocument;
  const seen = /[^\s\u200b\u200c\u200d\u2060\ufeff]/;
  const walker = owner.createTreeWalker(place, 4);
  let first = walker.nextNode();
  while (first !== null && !seen.test(first.data)) first = walker.nextNode();
  if (first === null) return;
  const { frameElement } = owner.defaultView;
  if (frameElement !== null && frameElement.ownerDocument !== owner) frameElement.focus();
  const host = place.closest("[contenteditable=true]");
  if (host !== null) host.focus({ preventScroll: true });
  owner.defaultView.getSelection().setBaseAndExtent(first, first.data.search(seen), first, first.data.replace(/[\s\u200b\u200c\u200d\u2060\ufeff]+$/, "").length);
}

/** The elements in which the figures stand. */
function placesIn(body, { meta }) {
  const tables = [...body.querySelectorAll("table")];
  const grids = new Map();
  const places = new Map();
  for (const [cell, { table, row, column, text }] of Object.entries(meta.found)) {
    if (table === undefined || tables[table - 1] === undefined) continue;
    if (!grids.has(table)) grids.set(table, cellsOfTable(tables[table - 1]));
    const element = (grids.get(table)[row - 1] || [])[column - 1];
    // An editor can draw a table otherwise than it is saved; a wrong mark would be worse than none.
    if (element !== undefined && plain(element.textContent) === plain(text)) places.set(cell, element);
  }
  return places;
}

/** Without white space, and without the characters of no width in which editors keep the caret. */
const plain = (text) => text.replace(/[\s\u200b\u200c\u200d\u2060\ufeff]/g, "");
