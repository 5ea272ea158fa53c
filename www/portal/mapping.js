// The mapping to copy: cells to the controls of the pasted page, as an option of `bind`.

/** How `bind` finds a control: by its name where it is the only one of it, else by its id, else not at all. */
export function placeOf(control, page) {
  const alone = (selector) => page.querySelectorAll(selector).length === 1;
  if (control.name && alone(`[name="${CSS.escape(control.name)}"]`)) return control.name;
  if (control.id && alone(`#${CSS.escape(control.id)}`)) return `#${CSS.escape(control.id)}`;
  return null;
}

/** `entries`: [cell, control in the pasted page]; `missing`: cells without one. */
export function mappingOf({ year, entries, missing, page, unnamed }) {
  const lines = entries.map(([cell, control]) => {
    const place = placeOf(control, page);
    return place === null ? `    // ${JSON.stringify(cell)}: ${unnamed}` : `    ${JSON.stringify(cell)}: ${JSON.stringify(place)},`;
  });
  return ["bind(document.querySelector(\"form\"), {", `  year: ${year},`, "  fields: {", ...lines, ...missing.map((cell) => `    // ${JSON.stringify(cell)}: "",`), "  },", "});", ""].join("\n");
}
