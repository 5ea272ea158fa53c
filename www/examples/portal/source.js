// For the reader of the page: the lines that did it, as they stood before the tag was drawn.
const { outerHTML } = document.querySelector("#portal");
const script = ["gouji.kit.global.js", "gouji.repair.global.js"].map((name) => `<script defer src="/gouji/${name}"></script>\n`).join("");
document.querySelector("#source").textContent = `${script}\n${outerHTML.replace(/\n {4}/g, "\n").replace(' sections=""', " sections").replace(/&quot;/g, '"').replace(/previous="(.*)">/, "previous='$1'>")}`;
