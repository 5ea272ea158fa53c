// Quill 1.3 and 2.
import { editor } from "./editor.js";

export function quill(instance, options) {
  if (!instance || !instance.root || typeof instance.on !== "function") throw new TypeError("quill: the first argument must be an editor of Quill");
  return editor({
    ...options,
    content: () => instance.root,
    listen: (change) => {
      instance.on("text-change", change);
      return () => instance.off("text-change", change);
    },
  });
}
