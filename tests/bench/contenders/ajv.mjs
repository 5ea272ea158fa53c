import Ajv from "ajv";
import { cellsAs } from "./schema.mjs";

/** The shape only: JSON Schema has no words for a sum. */
export function ajv(shape) {
  const count = shape.isText ? { type: "string", pattern: "^\\d+$" } : { type: "integer", minimum: 0 };
  const amount = shape.isText ? { type: "string", pattern: "^\\d+(\\.\\d+)?$" } : { type: "number", minimum: 0 };
  const object = (properties) => ({ type: "object", properties, required: Object.keys(properties) });
  const schema = object({ year: { type: "integer" }, cells: cellsAs(object, shape, count, amount) });
  const validate = new Ajv({ allErrors: true }).compile(schema);
  const found = (errors) => errors.map(({ instancePath }) => instancePath);
  return { check: (report) => (validate(report) ? [] : validate.errors), found };
}
