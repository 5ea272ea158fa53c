// What the worker says by itself, where there is no page and so none of its words.

const words = {
  zh: { tooLarge: "文件超过 50 MB", notReadable: "无法读取：{reason}", notJson: "不是有效的 JSON，请重新导出这份报告", notReport: "不是一份报告，请核对文件", noCells: "没有数字（cells），请核对是不是报告" },
  en: { tooLarge: "larger than 50 MB", notReadable: "cannot be read: {reason}", notJson: "not valid JSON: export the report once more", notReport: "not a report: check the file", noCells: "no cells: check whether this is a report" },
};
let language = "zh";

export function speak(chosen) { language = chosen; }
export const say = (key, values = {}) => words[language][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
