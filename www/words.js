// Every word of the page, in both languages. What the form and the findings say comes from the package.

const zh = {
  pageTitle: "勾稽 · 政府信息公开工作年度报告核对",
  brand: "勾稽",
  brandLine: "政府信息公开年报 · 数字核对",
  promise: "三张表，两百个数，一处对不上都看得见",
  promiseMore: "边填边核：哪里不平、为什么、怎么改，当场说清。",
  pages: "本站各页", pageCheck: "核对", pageReview: "批量核查", pageRules: "规则", pagePortal: "接入",
  stays: "数据不离开浏览器",
  staysMore: "本页不联网、不上传，关闭标签页即清除。",
  language: "English",
  toDark: "深色", toLight: "浅色",
  skipToForm: "跳到表格", skipToFindings: "跳到核对结果",
  setup: "报告信息", year: "报告年度", yearOf: "{year} 年", level: "层级", kind: "单位类别", body: "填报单位", bodyHint: "填报单位名称",
  unsaid: "未选",
  nation: "国家", province: "省级", city: "市级", county: "县级", township: "乡镇、街道",
  government: "政府", department: "部门",
  examples: "载入示例", exampleHolds: "全部平衡", exampleBroken: "两列不平，三格空白", exampleCity: "市级汇总，数字较多",
  importMenu: "导入", importFile: "报告文件…", importFileMore: "Word、Excel、网页、文本、JSON；也可拖到本页，或在页面空白处粘贴", importPrevious: "上年报告…", importPreviousMore: "放在旁边，核对上年结转与历年变化",
  exportMenu: "导出", copyTables: "复制表格", copyTablesMore: "官方表样，粘贴到 Word 或网站编辑器", printSheet: "打印核对单", printSheetMore: "逐条列出问题，留有说明与签字处", printForm: "打印表格", printFormMore: "只印三张表", exportFile: "保存为 JSON", exportFileMore: "以后再导入，或交给程序核对",
  forget: "忘记所填", forgetAsk: "将忘记本页所填的全部内容，包括上年报告，不能撤销。", forgetNow: "确定忘记", forgotten: "已忘记。这个浏览器里不再有所填的内容。",
  dropHere: "松开即读入", clipboard: "剪贴板", reading: "正在读 {name}…", nothingRead: "没有找到报告的表格", tooManyFiles: "一次最多两份：本年的和上年的。成批的请到“批量核查”页。", notAPair: "两份报告不是相连的两年，请逐份导入。",
  pasteFailed: "粘贴的内容读不出报告：{reason}", importedCells: "已从 {name} 填入 {count} 格。",
  previewTitle: "读到的内容", previewNoYear: "文中没有年度，请选定", previewHow: "如何填入", previewWhole: "作为整份报告，替换现有内容", previewMerge: "只填入读到的各格，其余保留", previewTake: "填入", previewAsPrevious: "作为上年报告", previewLeave: "不用", previewEarly: "同时把 {name}（{year} 年）作为上年报告",
  previewFound: "{count} / {all} 格", previewEach: "逐格查看", previewOthers: "另有 {count} 格不在 {year} 年的表格中，会保留但不显示", previewChanges: "现有的数字有 {count} 格与此不同。", previewNoChanges: "与现有的数字没有出入。", previewClean: "表格完整，没有可疑之处", previewOdd: "请留意 {count} 处",
  "sure-exact": "按官方文字认出 {count} 格", "sure-variant": "按通行写法认出 {count} 格", "sure-guessed": "推定 {count} 格", "match-variant": "通行写法", "match-guessed": "推定",
  previousBeside: "旁边是上年报告：{body}（{year} 年），一并核对。", previousOther: "旁边是 {year} 年的报告：{body}。只有核对 {next} 年的报告时才用得上。", previousAway: "移除", carryOver: "按上年结转填入 {count} 格", previousTaken: "已把 {year} 年的报告放在旁边。", previousGone: "已移除上年报告。",
  clear: "清空", wholeCheck: "整体检查",
  undo: "撤销", redo: "恢复", dismiss: "知道了",
  cleared: "已清空。", loaded: "已载入：{body}（{year} 年），数字出自 {source}", imported: "已导入 {name}。", pasted: "已粘贴 {count} 格。", pastedOver: "已粘贴 {count} 格，另有 {over} 格超出表格，未填入。",
  restored: "已恢复本标签页上次填写的内容。", undone: "已撤销。", exported: "已导出 {name}。",
  aside: "另有 {count} 个数字不在 {year} 年的表格中，已为您保留；换回原年度即可看到。",
  importFailed: "这个文件读不出报告：{reason}", notJson: "不是有效的 JSON", noYear: "没有可用的年度（year）", noForm: "没有 {year} 年的表格", noCells: "没有数字（cells）",
  fault: "核对程序出错，您填写的内容都在。请继续填写，或导出后重新打开本页。",
  cannotRun: "这个浏览器不能运行核对程序（需要 WebAssembly）。请换用较新的 Chrome、Edge、Firefox、360 或奇安信浏览器（极速模式）。",
  cannotLoad: "核对程序没有载入：{reason}",
  reportTitle: "{year} 年政府信息公开工作年度报告",
  textWaits: "文字部分在正式文稿中撰写，本页核对表内数字。",
  afterOrdinal: "、",
  formLabel: "年度报告表格",
  unitOf: "单位：{unit}",
  findings: "核对结果", close: "收起", showFindings: "查看核对结果",
  error: "必须修改", warning: "请核实并说明", notice: "提示",
  holds: "已平衡", broken: "不平", open: "待填", notAssessed: "未核", differs: "差 {difference}", holdsShort: "已平衡", differsShort: "差 {difference}", brokenShort: "不平",
  relationsLine: "勾稽关系", held: "成立", notHeld: "不成立", stillOpen: "开放",
  filledOf: "已填 {filled} / {all} 格",
  summary: "必须修改 {error} · 请核实并说明 {warning} · 提示 {notice} · 开放 {open}",
  wholeOff: "退出整体检查", wholeNote: "已按报送要求检查，空白也算在内；改动后随时更新。", liveNote: "边填边核，空白暂不计；填完请做“整体检查”。",
  nothingYet: "从任意一格开始填写", nothingYetMore: "或者先载入一份已公布的报告看看：",
  allWell: "目前没有发现问题", allWellMore: "已填的数字之间没有矛盾。", allWellWhole: "没有必须修改之处", allWellWholeMore: "按报送要求检查完毕。",
  keysTitle: "像电子表格一样填写", keysMove: "移动", keysMoveHow: "方向键 · Enter · Tab", keysPaste: "成块粘贴", keysPasteHow: "从 Word、Excel、WPS 复制数字，在左上格粘贴", keysRestore: "还原本格", keysRestoreHow: "Esc", keysFinding: "看本格的问题", keysFindingHow: "Alt + Enter", keysOffer: "看修改建议", keysOfferHow: "Alt + ↓", keysUndo: "撤销粘贴、采纳", keysUndoHow: "Ctrl + Z",
  marksTitle: "标记",
  why: "为什么", help: "怎么改", basis: "依据", related: "可能同源",
  equation: "算式", wholeSum: "逐项列出", figures: "数字", leftSide: "左边", rightSide: "右边", difference: "差", figuresAre: "左边 {left}，右边 {right}，差 {difference}",
  copied: "三张表已复制，可粘贴到 Word 或网站编辑器。", copyFailed: "这个浏览器不让本页使用剪贴板。请用“打印表格”，或选中表格后按 Ctrl + C。",
  sheetTitle: "政府信息公开工作年度报告核对单", sheetUnnamed: "（未填单位名称）", sheetDate: "核对日期", sheetRules: "核对规则", sheetRulesAre: "勾稽 {version}（{hash}）", sheetPrevious: "上年报告", sheetNoPrevious: "未提供，未与上年核对", sheetResult: "核对结果", sheetCounts: "必须修改 {error} 处，请核实并说明 {warning} 处，提示 {notice} 处；勾稽关系成立 {held} 条，不成立 {broken} 条",
  sheetFound: "实际", sheetFigures: "数字", sheetFilledBy: "填报人", sheetReviewedBy: "核校人", sheetApprovedBy: "负责人（单位盖章）", sheetSignedOn: "日期", sheetFoot: "本核对单在浏览器中生成，只核对表内数字之间的关系，不代替对登记台账的核实。",
  certaintyA: "A 正式文本", certaintyB: "B 多方印证", certaintyC: "C 单一来源", certaintyD: "D 尚未查证",
  explanation: "说明", explanationHint: "属实请写明原因，随报告一并提交", explained: "已说明",
  groupCount: "{count} 处", groupMore: "逐处查看",
  offer: "修改建议", offerOpen: "需查登记台账", hasOffer: "有修改建议", several: "有 {count} 种可能", severalAtLeast: "至少有 {count} 种可能", severalNote: "单凭表内数字分不出是哪一种，请核对登记台账后选用。",
  lessLikely: "其他可能（{count}）", nothingFound: "单凭表内数字定不出怎么改。", notAllFound: "可能的改法较多，未全部列出。", lookUp: "请查登记台账：", andMore: "等 {count} 格",
  apply: "采纳", applySome: "填入能确定的 {count} 格", applyOne: "{name}第 {number} 种", thenHolds: "改后的算式", becomes: "改为", blankCell: "空白", partsJoin: "；",
  between: "{least} 至 {most} 之间", atLeast: "不小于 {least}", atMost: "不大于 {most}", undetermined: "待查",
  suggested: "建议改为 {to}", toLookUp: "请查登记台账，应{to}", offerKeys: "，按 Alt 加向下键查看。", withOthers: "连同另外 {count} 格", details: "详情", seeEach: "逐一查看",
  applied: "已按建议修改 {count} 格。", offerTold: " 有修改建议。",
  flowTitle: "申请去向图", flowApplicants: "申请人", flowTable: "以表格查看", flowIn: "来", flowOut: "去",
  "flow-received": "本年新收", "flow-carried_in": "上年结转", "flow-carried_out": "结转下年度", "flow-results_total": "总计",
  "flow-unbalanced-in": "没有来源", "flow-unbalanced-out": "没有去向", "flow-unsorted-in": "超出总计", "flow-unsorted-out": "未分到各行", "flow-undecided": "待定",
  "flowSaid-holds": "{name}：来 {left} 件，去 {right} 件，相等", "flowSaid-broken": "{name}：一加二 {left}，三（七）加四 {booked}，各行加四 {right}，对不上", "flowSaid-open": "{name}：来 {left} 件，去 {right} 件，尚有空白",
  flowSeeBalance: "看收与办", flowSeeSum: "看办理结果合计", flowUnread: "有 {count} 格读不出件数，未画入。",
  rowEdge: "横向",
  newErrors: "新发现 {count} 处必须修改：{message}", errorsGone: "已改正，必须修改还有 {count} 处。", noErrors: "必须修改之处已全部消除。",
};

const en = {
  pageTitle: "gouji · checking the annual disclosure report",
  brand: "gouji",
  brandLine: "Disclosure report · figures check",
  promise: "Three tables, two hundred figures, no mismatch unseen",
  promiseMore: "As you type: what does not balance, why, and what to do.",
  pages: "Pages", pageCheck: "Check", pageReview: "Review", pageRules: "Rules", pagePortal: "Embed",
  stays: "Data stays in this browser",
  staysMore: "This page makes no connection and uploads nothing; closing the tab erases all.",
  language: "中文",
  toDark: "Dark", toLight: "Light",
  skipToForm: "Skip to the form", skipToFindings: "Skip to the findings",
  setup: "About the report", year: "Year", yearOf: "{year}", level: "Level", kind: "Body", body: "Reporting body", bodyHint: "Name of the body",
  unsaid: "not said",
  nation: "Nation", province: "Province", city: "City", county: "County", township: "Township",
  government: "Government", department: "Department",
  examples: "Examples", exampleHolds: "everything balances", exampleBroken: "two columns off, three blanks", exampleCity: "a whole city, many figures",
  importMenu: "Import", importFile: "A report…", importFileMore: "Word, Excel, HTML, text, JSON; or drop it here, or paste outside the cells", importPrevious: "Last year's report…", importPreviousMore: "Beside this one, for what was carried over",
  exportMenu: "Export", copyTables: "Copy the tables", copyTablesMore: "As the official form, for Word or a site's editor", printSheet: "Print a check sheet", printSheetMore: "Every finding, with room to explain and sign", printForm: "Print the form", printFormMore: "The three tables alone", exportFile: "Save as JSON", exportFileMore: "To import again, or for a program",
  forget: "Forget it all", forgetAsk: "Everything filled in here, last year's report included, will be forgotten for good.", forgetNow: "Forget it", forgotten: "Forgotten. This browser keeps nothing of it any more.",
  dropHere: "Let go to read it", clipboard: "the clipboard", reading: "Reading {name}…", nothingRead: "no table of the report was found", tooManyFiles: "Two at most: this year's and last year's. For many, use the page “Review”.", notAPair: "These two reports are not of consecutive years; import them one by one.",
  pasteFailed: "No report could be read from what was pasted: {reason}", importedCells: "Filled in {count} cells from {name}.",
  previewTitle: "What was read", previewNoYear: "the document says no year; please choose", previewHow: "How to fill in", previewWhole: "As the whole report, in place of what is here", previewMerge: "Only the cells that were read; the others stay", previewTake: "Fill in", previewAsPrevious: "As last year's report", previewLeave: "Leave it", previewEarly: "Put {name} ({year}) beside it as last year's report",
  previewFound: "{count} of {all} cells", previewEach: "See each", previewOthers: "{count} more have no cell in the form of {year}; they are kept, but not shown", previewChanges: "{count} of the figures here differ from it.", previewNoChanges: "It does not differ from the figures here.", previewClean: "The tables are complete, nothing was odd", previewOdd: "Mind {count} places",
  "sure-exact": "{count} by the official words", "sure-variant": "{count} by words in use", "sure-guessed": "{count} guessed", "match-variant": "words in use", "match-guessed": "guessed",
  previousBeside: "Beside it, last year's report ({year}): {body}. Both are checked together.", previousOther: "Beside it, the report of {year}: {body}. It counts only for the report of {next}.", previousAway: "Remove", carryOver: "Carry over {count} cells", previousTaken: "The report of {year} is beside this one.", previousGone: "Last year's report is removed.",
  clear: "Clear", wholeCheck: "Whole check",
  undo: "Undo", redo: "Redo", dismiss: "Dismiss",
  cleared: "Cleared.", loaded: "Loaded: {body} ({year}), figures from {source}", imported: "Imported {name}.", pasted: "Pasted {count} cells.", pastedOver: "Pasted {count} cells; {over} did not fit and were left out.",
  restored: "What you last typed in this tab is back.", undone: "Undone.", exported: "Exported {name}.",
  aside: "{count} figures have no cell in the form of {year}. They are kept; go back to their year to see them.",
  importFailed: "No report could be read from this file: {reason}", notJson: "not valid JSON", noYear: "no usable year", noForm: "there is no form for {year}", noCells: "no cells",
  fault: "The check failed, but everything you typed is here. Go on, or export and reopen the page.",
  cannotRun: "This browser cannot run the check (it needs WebAssembly). Please use a recent Chrome, Edge or Firefox.",
  cannotLoad: "The check could not be loaded: {reason}",
  reportTitle: "Annual report on government information disclosure, {year}",
  textWaits: "Prose is written in the report itself; this page checks the figures.",
  afterOrdinal: " ",
  formLabel: "The form",
  unitOf: "Unit: {unit}",
  findings: "Findings", close: "Close", showFindings: "Show findings",
  error: "Error", warning: "Verify and explain", notice: "Notice",
  holds: "Balanced", broken: "Unequal", open: "Open", notAssessed: "Not assessed", differs: "Off by {difference}", holdsShort: "", differsShort: "{difference}", brokenShort: "",
  relationsLine: "Relations", held: "hold", notHeld: "broken", stillOpen: "Open",
  filledOf: "{filled} of {all} cells filled",
  summary: "Errors {error} · To verify {warning} · Notices {notice} · Open {open}",
  wholeOff: "Leave whole check", wholeNote: "Checked as for submission, blanks included; kept up to date as you edit.", liveNote: "Checked as you type; blanks do not count yet. Run the whole check when done.",
  nothingYet: "Start in any cell", nothingYetMore: "Or look at a published report first:",
  allWell: "Nothing found so far", allWellMore: "The figures filled in do not contradict one another.", allWellWhole: "No errors", allWellWholeMore: "Checked as for submission.",
  keysTitle: "Fill in as in a spreadsheet", keysMove: "Move", keysMoveHow: "Arrows · Enter · Tab", keysPaste: "Paste a block", keysPasteHow: "Copy figures from Word, Excel or WPS, paste in the top left cell", keysRestore: "Restore the cell", keysRestoreHow: "Esc", keysFinding: "Go to its finding", keysFindingHow: "Alt + Enter", keysOffer: "See a suggestion", keysOfferHow: "Alt + ↓", keysUndo: "Undo a paste or a suggestion", keysUndoHow: "Ctrl + Z",
  marksTitle: "Marks",
  why: "Why", help: "What to do", basis: "Basis", related: "Likely the same fault",
  equation: "Relation", wholeSum: "Every term", figures: "Figures", leftSide: "left", rightSide: "right", difference: "difference", figuresAre: "left {left}, right {right}, difference {difference}",
  copied: "The three tables are copied; paste them into Word or a site's editor.", copyFailed: "This browser keeps the clipboard from the page. Print the form instead, or select the tables and press Ctrl + C.",
  sheetTitle: "Check sheet: annual report on information disclosure", sheetUnnamed: "(no name given)", sheetDate: "Checked on", sheetRules: "Rules", sheetRulesAre: "gouji {version} ({hash})", sheetPrevious: "Last year", sheetNoPrevious: "not given, not compared", sheetResult: "Result", sheetCounts: "{error} errors, {warning} to verify, {notice} notices; {held} relations hold, {broken} are broken",
  sheetFound: "Found", sheetFigures: "Figures", sheetFilledBy: "Filled in by", sheetReviewedBy: "Reviewed by", sheetApprovedBy: "Approved (seal)", sheetSignedOn: "Date", sheetFoot: "Made in the browser. It compares the figures of the tables with one another and does not replace a look into the register.",
  certaintyA: "A official text", certaintyB: "B several sources agree", certaintyC: "C one source", certaintyD: "D not verified",
  explanation: "Explanation", explanationHint: "If the figures are right, say why; this travels with the report", explained: "Explained",
  groupCount: "{count} places", groupMore: "Show each",
  offer: "Suggested correction", offerOpen: "To be looked up", hasOffer: "Suggestion", several: "{count} possibilities", severalAtLeast: "At least {count} possibilities", severalNote: "The figures alone do not tell which; check the register before choosing.",
  lessLikely: "Less likely ({count})", nothingFound: "The figures alone do not tell what to change.", notAllFound: "There are many possibilities; not all are listed.", lookUp: "Look up in the register:", andMore: "and {count} more cells",
  apply: "Apply", applySome: "Fill in the {count} that are certain", applyOne: "{name} number {number}", thenHolds: "What then holds", becomes: "becomes", blankCell: "blank", partsJoin: "; ",
  between: "between {least} and {most}", atLeast: "at least {least}", atMost: "at most {most}", undetermined: "unknown",
  suggested: "Suggested: {to}", toLookUp: "Look it up in the register: {to}", offerKeys: ", Alt and arrow down to see it.", withOthers: "with {count} other cells", details: "Details", seeEach: "See each",
  applied: "Corrected {count} cells as suggested.", offerTold: " There is a suggested correction.",
  flowTitle: "Where the requests went", flowApplicants: "Applicants", flowTable: "As a table", flowIn: "In", flowOut: "Out",
  "flow-received": "received", "flow-carried_in": "carried in", "flow-carried_out": "carried out", "flow-results_total": "total",
  "flow-unbalanced-in": "from nowhere", "flow-unbalanced-out": "gone missing", "flow-unsorted-in": "beyond the total", "flow-unsorted-out": "in no row", "flow-undecided": "undecided",
  "flowSaid-holds": "{name}: {left} in, {right} out, equal", "flowSaid-broken": "{name}: 1 + 2 is {left}, 3 (7) + 4 is {booked}, the rows + 4 are {right}: they differ", "flowSaid-open": "{name}: {left} in, {right} out, blanks are left",
  flowSeeBalance: "See in and out", flowSeeSum: "See the sum of results", flowUnread: "{count} cells hold no count that could be drawn.",
  rowEdge: "Across",
  newErrors: "{count} new errors: {message}", errorsGone: "Corrected; errors left: {count}.", noErrors: "No errors are left.",
};

const languages = { zh, en };
let language = "zh";

export const spoken = () => language;

/** The language that the address asks for, "zh" where it asks for none: so the links between the pages keep it. */
export const asked = () => (new URLSearchParams(location.search).get("language") === "en" ? "en" : "zh");

/** Words of one page beside those that all have; where both have a key, the page's own are said. */
export function learn(words) {
  for (const [name, own] of Object.entries(words)) Object.assign(languages[name], own);
}

/** The words for a key, with `{name}` replaced. */
export function say(key, values = {}) {
  const words = languages[language][key];
  if (words === undefined) throw new Error(`no words for ${key}`);
  return words.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** A text of the form in the language spoken. */
export const formText = (thing) => (language === "en" && thing.english ? thing.english : thing.text ?? thing.title ?? thing.label);

/** Speak a language: everything marked with data-words, data-label or data-hint in the page follows. */
export function speak(chosen) {
  language = chosen;
  document.documentElement.lang = chosen === "zh" ? "zh-CN" : "en";
  for (const node of document.querySelectorAll("[data-words]")) node.textContent = say(node.dataset.words);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", say(node.dataset.label));
  for (const node of document.querySelectorAll("[data-hint]")) node.setAttribute("placeholder", say(node.dataset.hint));
  for (const link of document.querySelectorAll(".pages a")) link.search = chosen === "zh" ? "" : "?language=en";
}
