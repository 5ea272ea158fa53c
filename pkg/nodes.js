// Making elements without markup strings, as strict policies and Trusted Types ask.

/** An element with attributes and children. A function is a listener, `text` the text; what is null, undefined or false is left out. */
export function element(document, name, attributes, ...children) {
  const made = document.createElement(name);
  for (const key of Object.keys(attributes || {})) {
    const value = attributes[key];
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(key, value);
    else if (key === "text") made.textContent = value;
    else made.setAttribute(key, value === true ? "" : String(value));
  }
  put(made, children);
  return made;
}

/** Appends elements and texts; null and undefined are none. */
export function put(parent, children) {
  for (const child of children) {
    if (child !== null && child !== undefined) parent.appendChild(typeof child === "object" ? child : parent.ownerDocument.createTextNode(child));
  }
}

export function empty(parent) {
  while (parent.firstChild !== null) parent.removeChild(parent.firstChild);
}

export function remove(node) {
  if (node !== null && node.parentNode !== null) node.parentNode.removeChild(node);
}

/** Sets a text only where it differs, so that nothing is announced or laid out for no reason. */
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
