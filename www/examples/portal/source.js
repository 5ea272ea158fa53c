// For the reader of the page: the lines that did it, as they stood before the tag was drawn.
const { outerHTML } = document.querySelector("#portal");
const script = '<script type="module" src="/gouji/element.js"></script>\n\n';
document.querySelector("#source").textContent = script + outerHTML.replace(/\n {4}/g, "\n").replace(' sections=""', " sections").replace(/&quot;/g, '"').replace(/previous="(.*)">/, "previous='$1'>");
