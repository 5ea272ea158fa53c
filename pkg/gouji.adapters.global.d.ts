// Types of the classic script of the adapters: what stands in `window.goujiAdapters`. It takes the core from
// gouji.global.js or gouji.kit.global.js; the editors' adapters also take gouji.read.global.js.
declare var goujiAdapters: typeof import("./adapters/ant-design.js") &
  typeof import("./adapters/editor.js") &
  typeof import("./adapters/element-plus.js") &
  typeof import("./adapters/element-ui.js") &
  typeof import("./adapters/jquery-validation.js") &
  typeof import("./adapters/layui.js") &
  typeof import("./adapters/quill.js") &
  typeof import("./adapters/tinymce.js") &
  typeof import("./adapters/ueditor.js") &
  typeof import("./adapters/vee-validate.js") &
  typeof import("./adapters/wangeditor.js");
