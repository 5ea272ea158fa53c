// What surrounds each example: the page's own source, where it is filed, and what is said when the library is missing.

/** Files as JSON to where the page came from, and shows what was taken. */
export async function file(report) {
  const answer = await fetch("received", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(report) });
  tell(answer.ok ? "已报送。" : `没有报送：${answer.status}`);
}

/** Says beside the button what became of it. */
export function tell(text) {
  document.querySelector("#said").textContent = text;
}

/** Says what to do where other people's files have not been installed; true where they are there. */
export function isThere(name) {
  if (name in window) return true;
  const note = document.createElement("p");
  note.className = "missing";
  note.textContent = "没有找到这个库。请用 make run PORTAL=1 启动，它会安装示例所用的库。";
  document.querySelector("main").prepend(note);
  return false;
}

async function showSource() {
  const details = document.querySelector("#source");
  for (const name of ["index.html", "page.js"]) {
    const title = document.createElement("h3");
    title.textContent = name;
    const source = document.createElement("pre");
    source.tabIndex = 0;
    source.textContent = await (await fetch(name)).text();
    details.append(title, source);
  }
}
document.querySelector("#source").addEventListener("toggle", showSource, { once: true });
