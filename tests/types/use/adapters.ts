// The adapters as a portal's own code calls them. Compiled only, never run.
import type { CellId } from "gouji";
import { antDesign } from "gouji/adapters/ant-design";
import { editor } from "gouji/adapters/editor";
import { elementPlus } from "gouji/adapters/element-plus";
import { elementUi } from "gouji/adapters/element-ui";
import { jqueryValidation } from "gouji/adapters/jquery-validation";
import { layui, type Followed, type Verdict } from "gouji/adapters/layui";
import { quill } from "gouji/adapters/quill";
import { tinymce, type FollowedEditor } from "gouji/adapters/tinymce";
import { ueditor } from "gouji/adapters/ueditor";
import { followVeeValidate, veeValidate } from "gouji/adapters/vee-validate";
import { wangeditor } from "gouji/adapters/wangeditor";

declare const library: any;
declare const form: HTMLFormElement;
declare const panel: HTMLElement;

const forms: Followed[] = [
  layui(library, form, { year: 2024, names: { xinshou: "requests.received.natural" } }),
  jqueryValidation(library, "#report", { year: 2024, language: "en" }),
  elementUi(library, () => ({}), { year: 2024 }),
  elementPlus(library, () => ({}), { year: 2024, cellOf: (prop) => prop as CellId }),
  antDesign(library, { year: 2024, prefix: ["report", "cells"] }),
  followVeeValidate(library, { year: 2024, summary: panel, explain: false }),
];
for (const followed of forms) {
  const { ok, first, elsewhere, unexplained }: Verdict = followed.validate();
  if (unexplained.length > 0) followed.apply(followed.repairs()[0]);
  console.log(followed.report().explanations);
  if (!ok && first !== null) console.log(followed.at(first).errors[0].message, elsewhere.length);
}

const editors: FollowedEditor[] = [tinymce, quill, wangeditor, ueditor].map((follow) => follow(library, { panel, year: 2024, block: false, explain: true, repairs: true }));
editors.push(editor({ panel, content: () => panel, listen: (change) => () => panel.removeEventListener("input", change) }));
console.log(editors[0].beforeSave().findings.map(({ message }) => message));

const parsed: Promise<{ errors: { path: string; errors: string[] }[] }> = veeValidate(2024, { level: "warning" }).parse({});

// @ts-expect-error A form has a year.
layui(library, form, {});
// @ts-expect-error There is no such cell.
layui(library, form, { year: 2024, names: { xinshou: "requests.received" } });
// @ts-expect-error An editor shows its findings somewhere.
tinymce(library, { year: 2024 });

export { parsed };
