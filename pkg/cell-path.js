// Where a cell lies in the values of somebody's form, flat or nested.
import { isObject } from "./report.js";

/** Where a cell lies in the value, as far as its keys are spelt; a missing one where its neighbours would have it. */
export function cellPath(cells, id) {
  const path = [];
  let node = cells;
  let rest = id;
  while (isObject(node) && !has(node, rest)) {
    const key = ends(rest).find((start) => has(node, start) && isObject(node[start]));
    if (key === undefined) break;
    path.push(key);
    node = node[key];
    rest = rest.slice(key.length + 1);
  }
  const isFlat = isObject(node) && (has(node, rest) || Object.keys(node).some((key) => key.includes(".")));
  return path.concat(isFlat ? rest : rest.split("."));
}

/** "a.b.c": "a", "a.b" */
function ends(id) {
  const parts = id.split(".");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("."));
}

const has = (object, key) => Object.prototype.hasOwnProperty.call(object, key);
