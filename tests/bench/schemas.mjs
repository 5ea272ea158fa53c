// The same checks for the schema libraries, each as its documentation recommends: the shape as a schema, the relations
// as one refinement of the whole. Schemas are built once, outside of what is timed.
import Ajv from "ajv";
import * as v from "valibot";
import { z } from "zod";
import * as mini from "zod/mini";
import { nested } from "../node/reports.mjs";
import { relationsOf } from "./by-hand.mjs";
import { AMOUNT, CELLS } from "./form.mjs";

/** The path of an issue names the relation. */
const pathOf = ({ rule, at }) => [rule, at];
const keyOf = ([rule, at]) => `${rule}@${at}`;

/** The cells as objects of a library: nested like the report, or flat. */
function cellsAs(object, { isNested }, count, amount) {
  const flat = Object.fromEntries(CELLS.map((path) => [path, path]));
  const build = (tree) =>
    object(Object.fromEntries(Object.entries(tree).map(([key, part]) => [key, typeof part === "string" ? (part === AMOUNT ? amount : count) : build(part)])));
  return build(isNested ? nested(flat) : flat);
}

const foundByZod = ({ error }) => (error ? error.issues : []).map(({ path }) => keyOf(path));

export function zod(shape) {
  const broken = relationsOf(shape.isNested);
  const number = shape.isText ? z.coerce.number() : z.number();
  const cells = cellsAs(z.object, shape, number.int().nonnegative(), number.nonnegative());
  const schema = z.object({ year: z.number(), cells }).superRefine((report, context) => {
    for (const one of broken(report.cells)) context.addIssue({ code: "custom", path: pathOf(one), message: one.message });
  });
  return { check: (report) => schema.safeParse(report), found: foundByZod };
}

export function zodMini(shape) {
  const broken = relationsOf(shape.isNested);
  const number = shape.isText ? mini.coerce.number : mini.number;
  const [count, amount] = [number().check(mini.int(), mini.nonnegative()), number().check(mini.nonnegative())];
  const cells = cellsAs(mini.object, shape, count, amount);
  const schema = mini.object({ year: mini.number(), cells }).check(({ value, issues }) => {
    for (const one of broken(value.cells)) issues.push({ code: "custom", input: value, path: pathOf(one), message: one.message });
  });
  return { check: (report) => schema.safeParse(report), found: foundByZod };
}

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

/** The shape only: JSON Schema has no words for a sum. */
export function ajv(shape) {
  const count = shape.isText ? { type: "string", pattern: "^\\d+$" } : { type: "integer", minimum: 0 };
  const amount = shape.isText ? { type: "string", pattern: "^\\d+(\\.\\d+)?$" } : { type: "number", minimum: 0 };
  const object = (properties) => ({ type: "object", properties, required: Object.keys(properties) });
  const validate = new Ajv({ allErrors: true }).compile(object({ year: { type: "integer" }, cells: cellsAs(object, shape, count, amount) }));
  return { check: (report) => (validate(report) ? [] : validate.errors), found: (errors) => errors.map(({ instancePath }) => instancePath) };
}
