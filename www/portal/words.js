// The words of the page for those who keep a portal.

export const words = {
  zh: {
    pageTitle: "勾稽 · 接入", skipToPlayground: "跳到试验台",
    portalPromise: "不改表单，接上就能核", portalMore: "一个文件，一次调用；没有服务端，不联网，在严格的内容安全策略下运行。",
    playgroundTitle: "试验台：贴上您的表单", playgroundMore: "粘贴填报页的 HTML，看认得出哪些格，再把对照表抄走。贴上的内容只当数据看，脚本不会运行，也不会传出去。",
    yourHtml: "表单的 HTML", htmlHint: "<form>…</form>", sample: "用一段示例表单", look: "查看",
    noFields: "这段 HTML 里没有填写用的控件（input、select、textarea）。", covered: "{all} 格中认出 {count} 格。", tooMuch: "这段 HTML 太长（超过 2 MB），请只粘贴表单部分。",
    coveredTitle: "认出的格", ofTable: "{title}：{count} / {all}", mappingTitle: "抄走这份对照表", mappingNote: "左边是格，右边是您页面里的控件；末尾注释掉的是还没有控件的格，可以照着补上。", copy: "复制", copied: "已复制。", selectIt: "已选中，请按 Ctrl + C 复制。",
    unmappedTitle: "没有对应控件的格（{count}）", unsureTitle: "认不准的控件（{count}）", twiceTitle: "重复的（{count}）", unknownTitle: "不存在的格（{count}）", unsureNote: "它们在表格里，但行名、列名说不准是哪一格；请在 fields 里写明，或加上 data-gouji-cell。",
    copyTitle: "接上以后的样子", copyNote: "这是您的表单经过清洗的副本，只留表格和控件；可以试填，核对就在里面。", copyLabel: "表单副本", unnamed: "没有 name 和 id 的控件", fieldUnknown: "认不准的控件",
    snippetsTitle: "怎么接", samplesTitle: "可运行的示例", samplesMore: "打开就能填。用到别家表单库的，要以 make run PORTAL=1 启动。", needsLibrary: "需要 PORTAL=1", snippetCode: "{title}：代码",
  },
  en: {
    pageTitle: "gouji · embed it", skipToPlayground: "Skip to the playground",
    portalPromise: "Your form as it is, with the check inside", portalMore: "One file, one call; no server, no connection, under a strict content security policy.",
    playgroundTitle: "Playground: paste your form", playgroundMore: "Paste the HTML of your page, see which cells are recognised, and take the mapping along. What you paste is only data: no script of it runs, and nothing is sent.",
    yourHtml: "HTML of the form", htmlHint: "<form>…</form>", sample: "Use a sample form", look: "Look",
    noFields: "There are no controls in this HTML (input, select, textarea).", covered: "{count} of {all} cells are recognised.", tooMuch: "This HTML is too long (over 2 MB); please paste only the form.",
    coveredTitle: "Recognised cells", ofTable: "{title}: {count} of {all}", mappingTitle: "The mapping to copy", mappingNote: "Cells at the left, controls of your page at the right; those at the end, commented out, have no control yet.", copy: "Copy", copied: "Copied.", selectIt: "Selected; press Ctrl + C.",
    unmappedTitle: "Cells without a control ({count})", unsureTitle: "Controls not recognised ({count})", twiceTitle: "Twice ({count})", unknownTitle: "No such cell ({count})", unsureNote: "They stand in a table, but its labels leave open which cell they are; name them in fields, or add data-gouji-cell.",
    copyTitle: "What it looks like", copyNote: "This is a cleaned copy of your form with only tables and controls; type into it, the check is inside.", copyLabel: "Copy of the form", unnamed: "control without name and id", fieldUnknown: "control not recognised",
    snippetsTitle: "How to embed", samplesTitle: "Running examples", samplesMore: "Open and fill in. Those with other people's form libraries need make run PORTAL=1.", needsLibrary: "needs PORTAL=1", snippetCode: "{title}: code",
  },
};
