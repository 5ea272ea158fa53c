// The words of the element in one language. What the form and the findings say comes from the core.
import words from "../dist/element.words.js";

export class Speech {
  constructor(language) {
    this.language = language === "en" ? "en" : "zh";
  }

  /** The words for a key, with `{name}` replaced. */
  say(key, values) {
    const text = words[key][this.language === "en" ? 1 : 0];
    return values === undefined ? text : text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name]));
  }

  /** A text of the form in the language spoken. */
  text(thing) {
    if (this.language === "en" && thing.english) return thing.english;
    if (thing.text !== undefined) return thing.text;
    return thing.title !== undefined ? thing.title : thing.label;
  }

  /** A row of a form, short: its ordinal and its last label. */
  rowName(row) {
    if (row.labels.length === 0) return row.ordinal;
    const last = this.text(row.labels[row.labels.length - 1]);
    return this.language === "zh" && row.ordinal !== "" ? row.ordinal + " " + last.replace(ORDINAL, "") : last;
  }

  /** A cell, short: its row and its column. */
  cellName(cell) {
    const path = this.text({ text: cell.label, english: cell.english }).split(" / ");
    const column = path.pop();
    const rows = path.filter((label) => ORDINAL.test(label));
    const row = (rows.length > 0 ? rows : path).slice(-1)[0] || "";
    const name = this.language === "zh" && cell.ordinal !== "" ? cell.ordinal + " " + row.replace(ORDINAL, "") : row;
    return name + " \u00b7 " + column;
  }
}

/** How the form numbers a row in both languages: in Chinese numerals, in brackets, in figures. */
const ORDINAL = /^([\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]+\u3001|\uff08[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]+\uff09|\(\d+\)|\d+\.)\s*/;
