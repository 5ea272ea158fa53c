// From a key stroke to the marks on the page, in a form with all 200 fields: the event that the browser sends for the
// stroke, what is drawn in answer, and the layout that follows. Once with gouji/bind, once with <gouji-report>; beside
// them the same page without a binding: what the browser itself needs. And how long binding takes.

/** Runs in a page beside the package as it is served. */
export async function timeTyping(report) {
  const [{ form }, { bind }] = await Promise.all([import("/pkg/index.js"), import("/pkg/bind.js")]);
  const make = (name, parent, more) => parent.appendChild(Object.assign(document.createElement(name), more));
  await new Promise((resolve) => make("link", document.head, { rel: "stylesheet", href: "/pkg/gouji.css", onload: resolve }));
  const host = make("form", document.body);
  const inputs = [];
  for (const official of form(report.year).tables) {
    const table = make("table", host);
    for (const cells of official.rows) {
      const row = make("tr", table);
      for (const { cell, text, colSpan, rowSpan } of cells) {
        const node = make("td", row, { colSpan, rowSpan, textContent: cell ? "" : text });
        if (cell) inputs.push(make("input", node, { value: String(report.cells[cell] ?? ""), size: 6 }));
      }
    }
  }
  const timed = (work) => {
    const start = performance.now();
    work();
    document.body.offsetHeight;
    return performance.now() - start;
  };
  /** A digit more in each field, and back again: relations break and hold. Of three times the quickest: others use the machine, too. */
  const strokes = (fields, type) => {
    const samples = [];
    for (const field of fields) {
      field.focus();
      const { value } = field;
      const there = [];
      const back = [];
      for (let count = 0; count < 3; count += 1) {
        there.push(type(field, `${value}1`));
        back.push(type(field, value));
      }
      samples.push(Math.min(...there), Math.min(...back));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    return told(samples);
  };
  const told = (samples) => {
    samples.sort((one, other) => one - other);
    return { median: at(samples, 0.5), most: at(samples, 0.99) };
  };
  const at = (samples, share) => samples[Math.floor((samples.length - 1) * share)];
  const type = (field, value) => {
    field.value = value;
    return timed(() => field.dispatchEvent(new Event("input", { bubbles: true, composed: true })));
  };

  const unbound = strokes(inputs, type);
  const bindings = [];
  for (let count = 0; count < 20; count += 1) bindings.push(timed(() => bind(host, { year: report.year }).unbind()));
  const [first] = bindings;
  const binding = bind(host, { year: report.year });
  if (binding.coverage().unmapped.length > 0) throw new Error("not all fields are bound");
  strokes(inputs.slice(0, 40), type);
  const bound = strokes(inputs, type);
  binding.unbind();
  host.remove();

  // The element draws balances at each stroke, its list of findings and the marks when the typing pauses: that pause is
  // not waited for here.
  const pauses = new Map();
  const { setTimeout: later, clearTimeout: never } = window;
  window.setTimeout = (work, ...rest) => {
    const timer = later(work, ...rest);
    if (rest[0] === 200) pauses.set(timer, work);
    return timer;
  };
  window.clearTimeout = (timer) => {
    pauses.delete(timer);
    never.call(window, timer);
  };
  await import("/pkg/element.js");
  const tag = document.createElement("gouji-report");
  tag.setAttribute("year", report.year);
  tag.setAttribute("value", JSON.stringify(report));
  document.body.appendChild(tag);
  while (tag.shadowRoot.querySelector("[data-cell]") === null) await new Promise((resolve) => later.call(window, resolve, 10));
  const cells = [...tag.shadowRoot.querySelectorAll("[data-cell]")];
  const findings = [];
  const withPause = (field, value) => {
    const stroke = type(field, value);
    const waiting = [...pauses].filter(([timer]) => {
      never.call(window, timer);
      return pauses.delete(timer);
    });
    if (waiting.length === 0) throw new Error("the element draws nothing after a pause of 200 milliseconds");
    const drawn = timed(() => waiting.forEach(([, work]) => work()));
    findings.push(drawn);
    return stroke;
  };
  strokes(cells.slice(0, 20), withPause);
  findings.length = 0;
  const element = strokes(cells, withPause);
  const rows = [];
  // As above: a digit more and back, three times, of which the quickest counts.
  for (let field = 0; field < findings.length; field += 6) {
    for (const way of [0, 1]) rows.push(Math.min(...[0, 2, 4].map((count) => findings[field + count + way])));
  }
  return { fields: inputs.length, unbound, bound, element, findings: told(rows), first, later: at(bindings.sort((one, other) => one - other), 0.5) };
}

export function printTyping({ fields, unbound, bound, element, findings, first, later }) {
  const row = (name, { median, most }) => console.log(`  ${name.padEnd(44)}${median.toFixed(2).padStart(8)} ms${most.toFixed(2).padStart(10)} ms`);
  console.log(`\nA key stroke in a form of ${fields} fields, to the marks on the page (a frame is 16.7 ms; of three times the quickest)`);
  console.log(`  ${"".padEnd(44)}${"median".padStart(11)}${"99 of 100".padStart(13)}`);
  row("not bound", unbound);
  row("gouji/bind", bound);
  row("gouji/element, balances at the stroke", element);
  row("gouji/element, findings when typing pauses", findings);
  console.log(`  binding the form: ${first.toFixed(1)} ms the first time, then ${later.toFixed(1)} ms`);
}
