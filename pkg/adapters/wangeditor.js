// wangEditor 5.
import { editor } from "./editor.js";

export function wangeditor(instance, options) {
  if (!instance || typeof instance.getEditableContainer !== "function") throw new TypeError("wangeditor: the first argument must be what createEditor gave");
  return editor({
    ...options,
    content: () => instance.getEditableContainer(),
    listen: (change) => {
      instance.on("change", change);
      return () => instance.off("change", change);
    },
  });
}
