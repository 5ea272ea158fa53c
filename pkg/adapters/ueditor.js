// UEditor 1.4 and what descends from it.
import { editor } from "./editor.js";

export function ueditor(instance, options) {
  if (!instance || !instance.body || typeof instance.addListener !== "function") throw new TypeError("ueditor: the first argument must be an editor of UEditor that is ready (editor.ready)");
  return editor({
    form: instance.form || null,
    ...options,
    content: () => instance.body,
    listen: (change) => {
      instance.addListener("contentchange", change);
      return () => instance.removeListener("contentchange", change);
    },
  });
}
