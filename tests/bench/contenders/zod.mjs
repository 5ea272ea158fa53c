import { z } from "zod";
import { relationsOf } from "./by-hand.mjs";
import { cellsAs, keyOf, pathOf } from "./schema.mjs";

export function zod(shape) {
  const broken = relationsOf(shape.isNested);
  const number = shape.isText ? z.coerce.number() : z.number();
  const cells = cellsAs(z.object, shape, number.int().nonnegative(), number.nonnegative());
  const schema = z.object({ year: z.number(), cells }).superRefine((report, context) => {
    for (const one of broken(report.cells)) context.addIssue({ code: "custom", path: pathOf(one), message: one.message });
  });
  return { check: (report) => schema.safeParse(report), found: ({ error }) => (error ? error.issues : []).map(({ path }) => keyOf(path)) };
}
