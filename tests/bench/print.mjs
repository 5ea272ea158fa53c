// Tables for a person at a terminal.

const microseconds = (number) => (number < 10 ? number.toFixed(2) : number.toFixed(1)).padStart(11);
const times = (number) => `${number < 10 ? number.toFixed(1) : Math.round(number)} x`.padStart(11);

export function printCases({ quiet, flip, whole }) {
  for (const { title, results } of [quiet, flip, ...Object.values(whole)]) printCase(title, results);
}

/** One case: a line for each contender, and how many times as long as gouji it takes. */
function printCase(title, results) {
  console.log(`\n${title}`);
  console.log(`${"".padEnd(32)}${"median us".padStart(11)}${"p99 us".padStart(11)}${"to gouji".padStart(11)}`);
  for (const [name, { median, p99 }] of Object.entries(results)) {
    console.log(`  ${name.padEnd(30)}${microseconds(median)}${microseconds(p99)}${times(median / results.gouji.median)}`);
  }
}

const say = (aim, isMet, measured) => console.log(`  ${isMet ? "met   " : "MISSED"}  ${aim.padEnd(62)} ${measured}`);

/** The aims of the design, and what came of them. */
export function printVerdicts(cases) {
  const [quiet, flip] = [cases.quiet.results, cases.flip.results];
  const us = ({ median }) => `${median.toFixed(2)} us`;
  const ratio = (results, name) => results[name].median / results.gouji.median;
  console.log("\nAims (medians; schema libraries and hand-written code check the whole report at each edit;");
  console.log("ajv sees the shape only, so it is in no aim)");
  say("edit without a flip under 1 us", quiet.gouji.median < 1, us(quiet.gouji));
  const half = quiet["gouji, a form half filled in"];
  say("the same in a form half filled in", half.median < 1, us(half));
  say("edit with a flip under 10 us", flip.gouji.median < 10, us(flip.gouji));
  for (const [name, results] of Object.entries({ "without a flip": quiet, "with a flip": flip })) {
    for (const other of ["zod 4", "zod 4 mini", "valibot"]) {
      say(`edit ${name} at least 20 x faster than ${other}`, ratio(results, other) >= 20, times(ratio(results, other)).trim());
    }
    say(`edit ${name} faster than by hand`, ratio(results, "by hand") > 1, times(ratio(results, "by hand")).trim());
  }
  for (const [name, { results }] of Object.entries(cases.whole)) {
    say(`whole report, ${name}: not slower than zod 4`, ratio(results, "zod 4") >= 1, times(ratio(results, "zod 4")).trim());
  }
}

/** The repairs of a live form, by the number of wrong figures. */
export function printRepairs(results) {
  console.log("\nrepairs of a form with wrong figures (of three searches the quickest)");
  console.log(`${"wrong figures".padEnd(32)}${"median us".padStart(11)}${"p99 us".padStart(11)}${"longest us".padStart(11)}  not found in time`);
  for (const { wrong, median, p99, longest, cut, empty } of results) {
    const late = `${cut}${empty > 0 ? `, ${empty} of them without any` : ""}`;
    console.log(`  ${String(wrong).padEnd(30)}${microseconds(median)}${microseconds(p99)}${microseconds(longest)}  ${late}`);
  }
  console.log("\nAim");
  const three = results.find(({ wrong }) => wrong === 3);
  say("repairs of three wrong figures under 5 ms (p99)", three.p99 < 5000, `${(three.p99 / 1000).toFixed(2)} ms`);
}

/** The first verdict on a cold page, in milliseconds. */
export function printCold(results) {
  const milliseconds = (number) => number.toFixed(1).padStart(11);
  console.log("\nfirst verdict on a cold page (medians of new pages; from evaluation, and with reading the script before it)");
  console.log(`${"".padEnd(32)}${"eval ms".padStart(11)}${"read+eval".padStart(11)}${"to gouji".padStart(11)}${"KB brotli".padStart(11)}`);
  for (const [name, { evaluated, read, kilobytes }] of Object.entries(results)) {
    const ratio = times(read / results.gouji.read);
    console.log(`  ${name.padEnd(30)}${milliseconds(evaluated)}${milliseconds(read)}${ratio}${kilobytes.toFixed(1).padStart(11)}`);
  }
  console.log("\nAim");
  say("first verdict under 20 ms from evaluation", results.gouji.evaluated < 20, `${results.gouji.evaluated.toFixed(1)} ms`);
}
