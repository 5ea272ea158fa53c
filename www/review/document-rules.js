// What a column of the matrix is called where the readers say something of a document: the rule book of the package
// holds the rules of reports only. A test compares the names with the data they come from.

export const documentRules = [
  { id: "label-guessed", severity: "warning", zh: "行名与规定不符", en: "Label guessed" },
  { id: "row-missing", severity: "error", zh: "缺少行", en: "Row missing" },
  { id: "rows-missing", severity: "error", zh: "缺少多行", en: "Rows missing" },
  { id: "row-doubled", severity: "warning", zh: "同一行出现两次", en: "Row doubled" },
  { id: "row-unknown", severity: "warning", zh: "不认识的行", en: "Unknown row" },
  { id: "table-repeated", severity: "warning", zh: "同一张表出现两次", en: "Table repeated" },
  { id: "figures-miscounted", severity: "error", zh: "一行的数多了或少了", en: "Wrong number of figures" },
  { id: "figures-rejoined", severity: "warning", zh: "数字拆开或连写", en: "Figures split or run together" },
  { id: "figures-shifted", severity: "warning", zh: "数字可能错栏", en: "Figures in the wrong columns" },
  { id: "columns-shifted", severity: "notice", zh: "各行不对齐", en: "Rows out of line" },
  { id: "columns-out-of-order", severity: "warning", zh: "列的顺序与规定不符", en: "Columns out of order" },
  { id: "layout-mixed", severity: "error", zh: "一张表混用新旧版式", en: "Layouts mixed in one table" },
  { id: "table-misplaced", severity: "error", zh: "表格放错部分", en: "Table under the wrong heading" },
  { id: "heading-missing", severity: "warning", zh: "缺少标题", en: "Heading missing" },
  { id: "section-misnumbered", severity: "warning", zh: "部分的序号不对", en: "Section misnumbered" },
  { id: "section-out-of-order", severity: "warning", zh: "部分的顺序不对", en: "Section out of order" },
  { id: "section-renamed", severity: "notice", zh: "部分的标题与规定不符", en: "Section renamed" },
  { id: "section-extra", severity: "warning", zh: "多出的部分", en: "Extra section" },
  { id: "template-text-left", severity: "warning", zh: "留有模板文字", en: "Template text left" },
];
