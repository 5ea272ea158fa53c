import * as mini from "zod/mini";
import { relationsOf } from "./by-hand.mjs";
import { cellsAs, keyOf, pathOf } from "./schema.mjs";

export function zodMini(shape) {
  const broken = relationsOf(shape.isNested);
  const number = shape.isText ? mini.coerce.number : mini.number;
  const [count, amount] = [number().check(mini.int(), mini.nonnegative()), number().check(mini.nonnegative())];
  const cells = cellsAs(mini.object, shape, count, amount);
  const schema = mini.object({ year: mini.number(), cells }).check(({ value, issues }) => {
    for (const one of broken(value.cells)) issues.push({ code: "custom", input: value, path: pathOf(one), message: one.message });
  });
  return { check: (report) => schema.safeParse(report), found: ({ error }) => (error ? error.issues : []).map(({ path }) => keyOf(path)) };
}
