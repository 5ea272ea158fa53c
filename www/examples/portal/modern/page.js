import { bind } from "../../../../pkg/bind.js";
import { use } from "../../../../pkg/index.js";
import repair from "../../../../pkg/repair.js";

/** All that this page needs to have its form checked, with what would mend it. */
function connect() {
  use(repair);
  return bind(document.querySelector("form"), {
    year: 2024,
    onUnavailable: (reason) => tell(`勾稽不能运行，表单照常使用：${reason.message}`),
  });
}

function tell(words) {
  const told = document.getElementById("told");
  told.textContent = words;
  told.hidden = false;
}

const binding = connect();

// For the reader of this page: which fields were found, and the lines that did it.
binding.ready.then((isBound) => {
  if (!isBound) return;
  const { mapped, unmapped } = binding.coverage();
  tell(`已认出 ${Object.keys(mapped).length} 格，未认出 ${unmapped.length} 格。`);
});
document.querySelector("#source pre").textContent = `import { use } from "gouji";\nimport { bind } from "gouji/bind";\nimport repair from "gouji/repair";\n\n${connect}`;
