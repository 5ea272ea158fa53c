// Building elements without markup strings, as the content security policy and Trusted Types ask.

/** An element with properties, attributes and children. `null` children and attributes are left out. */
export function element(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(key, value);
    else if (key === "text") node.textContent = value;
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** Set the text only where it differs, so that nothing is announced or laid out for no reason. */
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** The same for a picture: an SVG element, to be shown by its attributes, because the policy allows no style attributes. */
export function shape(name, attributes, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "text") node.textContent = value;
    else node.setAttribute(key, String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}
