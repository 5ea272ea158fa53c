// The style of the element. Constructed style sheets (Chromium 73, Firefox 101, Safari 16.4) need no file and no
// exception in the policy. Older browsers load the same rules from the shipped gouji-report.css: its address stands in
// the attribute `stylesheet`, or in a <link> of the page to a file of that name.
import text from "../dist/element.style.js";

let sheet = null;

function constructed() {
  if (sheet === null) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
  }
  return sheet;
}

const isConstructible = (root) => "adoptedStyleSheets" in root && typeof CSSStyleSheet === "function" && "replaceSync" in CSSStyleSheet.prototype;

export function dress(root, host) {
  if (isConstructible(root)) {
    root.adoptedStyleSheets = [constructed()];
    return;
  }
  const link = document.createElement("link");
  link.rel = "stylesheet";
  root.insertBefore(link, root.firstChild);
  dressAgain(root, host);
}

/** The address of the file has become known, or another one. */
export function dressAgain(root, host) {
  const link = root.querySelector("link");
  if (link === null) return;
  const listed = document.querySelector('link[href*="gouji-report.css"]');
  const address = host.getAttribute("stylesheet") || (listed === null ? null : listed.href);
  if (address !== null) link.href = address;
  else console.warn('gouji: this browser needs the file gouji-report.css; give its address: <gouji-report stylesheet="...">.');
}
