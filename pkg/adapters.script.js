// The adapters for a page without modules, as layui, UEditor and jQuery Validation live in. What the core and the readers
// give is taken from their own scripts on the page.
export { antDesign } from "./adapters/ant-design.js";
export { editor } from "./adapters/editor.js";
export { elementPlus } from "./adapters/element-plus.js";
export { elementUi } from "./adapters/element-ui.js";
export { jqueryValidation } from "./adapters/jquery-validation.js";
export { layui } from "./adapters/layui.js";
export { quill } from "./adapters/quill.js";
export { tinymce } from "./adapters/tinymce.js";
export { ueditor } from "./adapters/ueditor.js";
export { followVeeValidate, veeValidate } from "./adapters/vee-validate.js";
export { wangeditor } from "./adapters/wangeditor.js";
