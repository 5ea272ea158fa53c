// Tables for a person at a terminal.

const microseconds = (number) => (number < 10 ? number.toFixed(2) : number.toFixed(1)).padStart(11);
const times = (number) => `${number < 10 ? number.toFixed(1) : Math.round(number)} x`.padStart(11);

/** One case: a line for each contender, and how many times as long as gouji it takes. */
export function printCase(title, results) {
  console.log(`\n${title}`);
  console.log(`${"".padEnd(32)}${"median us".padStart(11)}${"p99 us".padStart(11)}${"to gouji".padStart(11)}`);
  for (const [name, { median, p99 }] of Object.entries(results)) {
    console.log(`  ${name.padEnd(30)}${microseconds(median)}${microseconds(p99)}${times(median / results.gouji.median)}`);
  }
  return results;
}

/** The aims of the design, and what came of them. */
export function printVerdicts(quiet, flip, whole) {
  const say = (aim, isMet, measured) => console.log(`  ${isMet ? "met   " : "MISSED"}  ${aim.padEnd(62)} ${measured}`);
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
  for (const [name, results] of Object.entries(whole)) {
    say(`whole report, ${name}: not slower than zod 4`, ratio(results, "zod 4") >= 1, times(ratio(results, "zod 4")).trim());
  }
}
