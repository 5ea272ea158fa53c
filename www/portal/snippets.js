// How to embed, in the fewest lines that work. `code` is what runs; comments in it are in the language of the page.

export const snippets = [
  {
    key: "script",
    zh: ["一行脚本，接管现有表单", "老系统、没有打包工具时用。文件放在自己的服务器上；页面是 GBK 也可以。"],
    en: ["One script, for the form you have", "For old systems without a bundler. Serve the file yourself; a page in GBK is fine."],
    language: "html",
    code: `<link rel="stylesheet" href="/gouji/gouji.css">
<script src="/gouji/gouji.kit.global.js"></script>
<script src="/js/report.js"></script>`,
    more: `// /js/report.js
var binding = gouji.bind(document.querySelector("form"), { year: 2024, level: "county", kind: "government" });`,
  },
  {
    key: "npm",
    zh: ["npm 与打包工具", "同步调用，纯数据进出；不需要配置 WebAssembly 的加载。"],
    en: ["npm and a bundler", "Synchronous, plain data in and out; WebAssembly needs no set-up."],
    language: "js",
    code: `import { check, open } from "gouji";

const answer = check({ year: 2024, cells: { "requests.received.natural": "1", "requests.received.total": "2" } });
console.log(answer.ok, answer.findings[0].message);

const session = open({ year: 2024 });
const change = session.set("requests.received.natural", "12");
console.log(change.relations.length);
session.close();`,
  },
  {
    key: "bind",
    zh: ["接到表单上", "按表格的行名、列名认格；认不准的用 fields 指明，试验台会写好给您抄。"],
    en: ["Onto a form", "Cells are known by the labels of the table; name the others in fields, which the playground writes for you."],
    language: "js",
    code: `import { bind } from "gouji/bind";

const binding = bind(document.querySelector("form"), {
  year: 2024,
  fields: { "requests.received.natural": "sq_zrr_xs" },
});
console.log(binding.coverage().unmapped);`,
  },
  {
    key: "element",
    zh: ["一个标签", "没有表单时，标签自己画出整张表，随表单一起提交。"],
    en: ["One tag", "Where there is no form yet, the tag draws it and is submitted with the page's own."],
    language: "html",
    code: `<script type="module" src="/gouji/element.js"></script>

<form method="post">
  <gouji-report name="report" year="2024" level="county" kind="government"></gouji-report>
  <button>报送</button>
</form>`,
  },
  {
    key: "adapters",
    zh: ["layui 等表单库，不用模块", "校验仍由原来的库做，勾稽给它规则；汇总放在 summary 里，修改建议、说明都在其中。编辑器另加 gouji.read.global.js。"],
    en: ["A form library, without modules", "The library validates as before, gouji gives it the rules; summary is where repairs and explanations stand. An editor also needs gouji.read.global.js."],
    language: "html",
    code: `<link rel="stylesheet" href="/gouji/gouji.css">
<script src="/gouji/gouji.global.js"></script>
<script src="/gouji/gouji.repair.global.js"></script>
<script src="/gouji/gouji.adapters.global.js"></script>
<script src="/js/report.js"></script>`,
    more: `// /js/report.js
layui.use(["form", "layer"], function () {
  goujiAdapters.layui(layui, document.getElementById("report"), {
    year: 2024,
    summary: "#summary",
    names: { xs1: "requests.received.natural", xs2: "requests.received.business", xs7: "requests.received.total" }
  });
});`,
  },
  {
    key: "slim",
    zh: ["精简入口", "WebAssembly 作为单独文件，由您取得后交给它，传输更小。"],
    en: ["The slim entry", "WebAssembly as a file of its own, which you fetch and hand over; less to transfer."],
    language: "js",
    code: `import { check, init } from "gouji/slim";

await init(fetch("/gouji/gouji.wasm"));
console.log(check({ year: 2024, cells: {} }).ok);`,
  },
  {
    key: "policy",
    zh: ["内容安全策略（CSP）", "只需要 'wasm-unsafe-eval'；不用 eval，不写行内样式，可以强制 Trusted Types。Chrome 97、Firefox 102、Safari 16 之前的浏览器只认 'unsafe-eval'。"],
    en: ["Content security policy", "Only 'wasm-unsafe-eval' is needed; no eval, no inline style; Trusted Types may be enforced. Browsers before Chrome 97, Firefox 102 and Safari 16 know only 'unsafe-eval'."],
    language: "http",
    code: `Content-Security-Policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'`,
  },
  {
    key: "old",
    zh: ["老浏览器", "Chromium 60、Firefox 55、Safari 11.1 起可用。很老的内核不许同步编译，先等 ready()；接管表单的 bind 会自己等。不能运行时表单照常提交。"],
    en: ["Old browsers", "Chromium 60, Firefox 55, Safari 11.1 and later. The oldest compile only asynchronously: wait for ready(); bind does so by itself. Where it cannot run, the form works as before."],
    language: "js",
    code: `gouji.ready().then(function () {
  var answer = gouji.check({ year: 2024, cells: {} });
  console.log(answer.ok);
});`,
  },
];
