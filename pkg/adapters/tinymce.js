// TinyMCE 4 to 8.
import { editor } from "./editor.js";

const CHANGES = "input change undo redo SetContent";

export function tinymce(instance, options) {
  if (!instance || typeof instance.getBody !== "function") throw new TypeError("tinymce: the first argument must be an editor of TinyMCE that is ready (init_instance_callback)");
  return editor({
    form: instance.formElement || null,
    ...options,
    content: () => instance.getBody(),
    listen: (change) => {
      instance.on(CHANGES, change);
      return () => instance.off(CHANGES, change);
    },
  });
}
