import * as v from "valibot";
import { relationsOf } from "./by-hand.mjs";
import { cellsAs, keyOf, pathOf } from "./schema.mjs";

export function valibot(shape) {
  const broken = relationsOf(shape.isNested);
  const number = shape.isText ? [v.string(), v.nonEmpty(), v.transform(Number), v.number()] : [v.number()];
  const cells = cellsAs(v.object, shape, v.pipe(...number, v.integer(), v.minValue(0)), v.pipe(...number, v.minValue(0)));
  const schema = v.pipe(
    v.object({ year: v.number(), cells }),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      for (const one of broken(dataset.value.cells)) {
        const path = pathOf(one).map((key) => ({ type: "object", origin: "value", input: {}, key, value: undefined }));
        addIssue({ message: one.message, path });
      }
    }),
  );
  const found = ({ issues = [] }) => issues.map(({ path }) => keyOf(path.map(({ key }) => key)));
  return { check: (report) => v.safeParse(schema, report), found };
}
