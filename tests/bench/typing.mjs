// From a key stroke to the marks on the page, in a form with all 200 fields (gouji/bind): the event that the browser
// sends for the stroke, what is drawn in answer, and the layout that follows. Beside it, the same page without a
// binding: what the browser itself needs. And how long binding takes.

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
  const strokes = () => {
    const samples = [];
    for (const input of inputs) {
      input.focus();
      const { value } = input;
      // A digit more, and back again: relations break and hold.
      for (const next of [`${value}1`, value]) {
        input.value = next;
        const start = performance.now();
        input.dispatchEvent(new Event("input", { bubbles: true }));
        document.body.offsetHeight;
        samples.push(performance.now() - start);
      }
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
    return samples.sort((one, other) => one - other);
  };
  const at = (samples, share) => samples[Math.floor((samples.length - 1) * share)];
  const told = (samples) => ({ median: at(samples, 0.5), most: at(samples, 0.99) });
  const before = told(strokes());
  const bindings = [];
  for (let count = 0; count < 20; count += 1) {
    const start = performance.now();
    bind(host, { year: report.year }).unbind();
    bindings.push(performance.now() - start);
  }
  const [first] = bindings;
  const binding = bind(host, { year: report.year });
  if (binding.coverage().unmapped.length > 0) throw new Error("not all fields are bound");
  strokes();
  return { fields: inputs.length, before, bound: told(strokes()), first, later: at(bindings.sort((one, other) => one - other), 0.5) };
}

export function printTyping({ fields, before, bound, first, later }) {
  const row = (name, { median, most }) => console.log(`  ${name.padEnd(24)}${median.toFixed(2).padStart(8)} ms${most.toFixed(2).padStart(10)} ms`);
  console.log(`\nA key stroke in a form of ${fields} fields, to the marks on the page (a frame is 16.7 ms)`);
  console.log(`  ${"".padEnd(24)}${"median".padStart(11)}${"99 of 100".padStart(13)}`);
  row("not bound", before);
  row("gouji/bind", bound);
  console.log(`  binding the form: ${first.toFixed(1)} ms the first time, then ${later.toFixed(1)} ms`);
}
