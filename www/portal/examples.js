// The examples of the kit that stand in www/examples/portal, in the order of the page.

export const examples = [
  { address: "examples/portal/element.html", zh: ["一个标签", "<gouji-report> 自己画表、核对、保存草稿。"], en: ["One tag", "<gouji-report> draws the form, checks it and keeps a draft."] },
];
