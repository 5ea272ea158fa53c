// Elements of the form and signs in it.
import { element, empty, put } from "../nodes.js";

const SVG = "http://www.w3.org/2000/svg";

/** An element of this page. */
export const node = (name, attributes, ...children) => element(document, name, attributes, ...children);

/** Puts these children in the place of those that are there. */
export function fill(parent, ...children) {
  empty(parent);
  put(parent, children);
}

/** Sets an attribute, or takes it away where there is no value; touches nothing that is so already. */
export function attribute(target, name, value) {
  if (value === null || value === undefined || value === false) {
    if (target.hasAttribute(name)) target.removeAttribute(name);
  } else if (target.getAttribute(name) !== String(value)) target.setAttribute(name, String(value));
}

// Each severity and each outcome has a shape of its own, so that colour is never the only difference.
const SHAPES = {
  error: ["M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z", "M8 4.3v4.4M8 11.4v.3"],
  warning: ["M8 1.2 15.4 14.6H.6z", "M8 6v4M8 12.3v.3"],
  notice: ["M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z", "M8 7.4v4M8 4.4v.3"],
  holds: [null, "M2.5 8.6 6.3 12.4 13.5 4"],
  broken: [null, "M2.5 5.8h11M2.5 10.2h11M10.6 2.4 5.4 13.6"],
  mend: [null, "M2.6 13.4l.8-3.2 7.5-7.5 2.4 2.4-7.5 7.5zM9.2 4.4l2.4 2.4"],
  close: [null, "M3.5 3.5l9 9M12.5 3.5l-9 9"],
  undo: [null, "M6.2 3.2 3 6.4l3.2 3.2M3 6.4h6.2a3.6 3.6 0 0 1 0 7.2H6.6"],
  redo: [null, "M9.8 3.2 13 6.4 9.8 9.6M13 6.4H6.8a3.6 3.6 0 0 0 0 7.2h2.6"],
  paste: [null, "M5.5 3H3.5v11h9V3h-2M5.5 1.8h5v2.6h-5z"],
  print: [null, "M4.5 6V1.8h7V6M4.5 11H2.2V6h11.6v5h-2.3M4.5 9.2h7v5h-7z"],
};

/** A sign of 16 by 16 units, hidden from screen readers: the words beside it say the same. */
export function sign(name) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", "0 0 16 16");
  picture.setAttribute("class", "sign sign-" + name);
  picture.setAttribute("aria-hidden", "true");
  picture.setAttribute("focusable", "false");
  SHAPES[name].forEach((path, index) => {
    if (path === null) return;
    const part = document.createElementNS(SVG, "path");
    part.setAttribute("d", path);
    part.setAttribute("class", index === 0 ? "area" : "line");
    picture.appendChild(part);
  });
  return picture;
}
