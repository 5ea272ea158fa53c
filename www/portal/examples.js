// The examples of the kit (www/examples/portal), in the order of the page. `needs`: the library is not part of this
// project and is installed by `make run PORTAL=1`.

export const examples = [
  { address: "modern/", zh: ["一张普通的表单", "字段名是自己的，一次调用接入。"], en: ["A plain form", "Field names of its own, bound by one call."] },
  { address: "old/", zh: ["十年前的页面", "GBK 编码、表格排版、jQuery 1.12，一个脚本标签接入。"], en: ["A page of ten years ago", "GBK, tables for layout, jQuery 1.12; one script tag."] },
  { address: "element.html", zh: ["一个标签", "<gouji-report> 自己画表、核对、保存草稿。"], en: ["One tag", "<gouji-report> draws the form, checks it and keeps a draft."] },
  { address: "vue-2/", needs: true, zh: ["Vue 2", "普通的 input，重画之后仍然接着。"], en: ["Vue 2", "Plain inputs; what is drawn anew stays bound."] },
  { address: "classic/", needs: true, zh: ["layui，不用模块", "三个脚本标签，一次调用。"], en: ["layui without modules", "Three script tags, one call."] },
  { address: "layui/", needs: true, zh: ["layui", "单元格只写 lay-verify，由 layui 拦截提交。"], en: ["layui", "Cells say lay-verify; layui holds the submission."] },
  { address: "jquery-validation/", needs: true, zh: ["jQuery Validation", "规则由勾稽给，提示仍用原来的样式。"], en: ["jQuery Validation", "gouji gives the rules, messages look as before."] },
  { address: "element-ui/", needs: true, zh: ["Element UI（Vue 2）", "表单项的校验规则。"], en: ["Element UI (Vue 2)", "As rules of the form items."] },
  { address: "element-plus/", needs: true, zh: ["Element Plus（Vue 3）", "表单项的校验规则。"], en: ["Element Plus (Vue 3)", "As rules of the form items."] },
  { address: "ant-design/", needs: true, zh: ["Ant Design（React）", "Form.Item 的校验规则。"], en: ["Ant Design (React)", "As rules of Form.Item."] },
  { address: "vee-validate/", needs: true, zh: ["VeeValidate（Vue 3）", "作为整张表单的校验。"], en: ["VeeValidate (Vue 3)", "As the schema of the whole form."] },
  { address: "tinymce/", needs: true, zh: ["TinyMCE", "正文里的表格边写边核，问题列在旁边。"], en: ["TinyMCE", "The tables of an article, checked while it is written."] },
  { address: "wangeditor/", needs: true, zh: ["wangEditor", "正文里的表格边写边核，问题列在旁边。"], en: ["wangEditor", "The tables of an article, checked while it is written."] },
  { address: "ueditor/", needs: true, zh: ["UEditor", "正文里的表格边写边核，问题列在旁边。"], en: ["UEditor", "The tables of an article, checked while it is written."] },
  { address: "quill/", needs: true, zh: ["Quill", "正文里的表格边写边核，问题列在旁边。"], en: ["Quill", "The tables of an article, checked while it is written."] },
].map((example) => ({ ...example, address: `examples/portal/${example.address}` }));
