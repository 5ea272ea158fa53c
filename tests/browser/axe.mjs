// The rules for accessible pages that a machine can try.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// The library travels inside the function, because the page lets no other script in. It is not to load style sheets
// by itself: those of a shadow it would copy into the page as inline style, which the policy refuses. What a library lets
// fade in is judged when it stands there.
const violations = `async (left) => {
  if (!("axe" in window)) { ${axe}; }
  const ends = (animation) => animation.playState === "running" && animation.effect.getComputedTiming().endTime < Infinity;
  await Promise.all(document.getAnimations().filter(ends).map(({ finished }) => finished.catch(() => {})));
  const { violations } = await axe.run({ include: [["html"]], exclude: left.map((css) => [css]) }, { resultTypes: ["violations"], preload: false });
  return violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ target, failureSummary }) => target + ": " + failureSummary)].join("\\n"));
}`;
/** Nothing that the page shows now breaks one of the rules; `left`: selectors of what somebody else draws. */
export const isAccessible = async (page, left = []) => assert.deepEqual(await page.evaluate(violations, left), []);
