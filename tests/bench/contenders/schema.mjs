// What the schema libraries share. Each does as its documentation recommends: the shape as a schema, the relations as
// one refinement of the whole. Schemas are built once, outside of what is timed. One file for each library, so that a
// page that is timed cold loads no other.
import { AMOUNT, CELLS, nested } from "../form.mjs";

/** The path of an issue names the relation. */
export const pathOf = ({ rule, at }) => [rule, at];
export const keyOf = ([rule, at]) => `${rule}@${at}`;

/** The cells as objects of a library: nested like the report, or flat. */
export function cellsAs(object, { isNested }, count, amount) {
  const flat = Object.fromEntries(CELLS.map((path) => [path, path]));
  const part = (tree) => (typeof tree === "string" ? (tree === AMOUNT ? amount : count) : build(tree));
  const build = (tree) => object(Object.fromEntries(Object.entries(tree).map(([key, branch]) => [key, part(branch)])));
  return build(isNested ? nested(flat) : flat);
}
