// The signs: each severity and outcome has its own shape, so that colour is never the only difference.

const shapes = {
  // 必须修改: a filled octagon
  error: ["M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z", "M8 4.3v4.4M8 11.4v.3"],
  // 请核实并说明: a filled triangle
  warning: ["M8 1.2 15.4 14.6H.6z", "M8 6v4M8 12.3v.3"],
  // 提示: a filled circle
  notice: ["M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z", "M8 7.4v4M8 4.4v.3"],
  // holds: the tick (勾) of the one who has checked the sum
  holds: [null, "M2.5 8.6 6.3 12.4 13.5 4"],
  // broken: not equal
  broken: [null, "M2.5 5.8h11M2.5 10.2h11M10.6 2.4 5.4 13.6"],
  // open: dots to be filled
  open: [null, "M3 8v.3M8 8v.3M13 8v.3"],
  notAssessed: [null, "M4 8h8"],
  lock: [null, "M3.5 7h9v7h-9zM5.5 7V4.8a2.5 2.5 0 0 1 5 0V7"],
  moon: [null, "M13.5 9.8A6 6 0 1 1 6.2 2.5a4.8 4.8 0 0 0 7.3 7.3z"],
  sun: [null, "M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.4M8 13.6V15M1 8h1.4M13.6 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1"],
  // what would mend it: a pen, for the clerk to take up
  mend: [null, "M2.6 13.4l.8-3.2 7.5-7.5 2.4 2.4-7.5 7.5zM9.2 4.4l2.4 2.4"],
  arrow: [null, "M2.5 8h10.5M9.2 4.2 13 8l-3.8 3.8"],
  back: [null, "M6 3 2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H6.5"],
  forth: [null, "M10 3l3.5 3.5L10 10M13.5 6.5H6a3.5 3.5 0 0 0 0 7h3.5"],
  close: [null, "M3.5 3.5l9 9M12.5 3.5l-9 9"],
  down: [null, "M4 6.5 8 10.5l4-4"],
};

const space = "http://www.w3.org/2000/svg";

/** A sign of 16 × 16 units, hidden from screen readers: the words beside it say the same. */
export function icon(name) {
  const picture = document.createElementNS(space, "svg");
  picture.setAttribute("viewBox", "0 0 16 16");
  picture.setAttribute("class", `icon icon-${name}`);
  picture.setAttribute("aria-hidden", "true");
  const [area, line] = shapes[name];
  for (const [kind, path] of [["area", area], ["line", line]]) {
    if (!path) continue;
    const part = document.createElementNS(space, "path");
    part.setAttribute("d", path);
    part.setAttribute("class", kind);
    picture.append(part);
  }
  return picture;
}

/** A bar in parts, drawn as SVG because the policy allows no style attributes. */
export function bar(parts) {
  const picture = document.createElementNS(space, "svg");
  const whole = parts.reduce((sum, part) => sum + part.size, 0) || 1;
  picture.setAttribute("viewBox", `0 0 ${whole} 1`);
  picture.setAttribute("preserveAspectRatio", "none");
  picture.setAttribute("class", "bar");
  picture.setAttribute("aria-hidden", "true");
  let start = 0;
  for (const { name, size } of parts) {
    const part = document.createElementNS(space, "rect");
    for (const [key, value] of [["x", start], ["y", 0], ["width", size], ["height", 1], ["class", name]]) part.setAttribute(key, value);
    picture.append(part);
    start += size;
  }
  return picture;
}
