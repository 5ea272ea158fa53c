// Sees to it that Rust can build for WebAssembly: the target, and the sources of the standard library,
// which is compiled anew because the one that rustup ships uses instructions old browsers do not know.
// Installed by name, because a toolchain file installs nothing where rustup's automatic installation is off.
import { find, output, run, stop } from "./programs.mjs";

const wanted = {
  target: ["wasm32-unknown-unknown"],
  component: ["rust-src", "rustfmt", "clippy"],
};

if (Number(process.versions.node.split(".")[0]) < 20) {
  stop(`Node 20 or newer is needed; this is ${process.version}.`);
}
if (!find("rustup") || !find("cargo")) {
  stop("Rust by rustup is needed (rustup and cargo on PATH): see https://rustup.rs");
}
for (const [kind, names] of Object.entries(wanted)) {
  const installed = output("rustup", [kind, "list", "--installed"]).split("\n");
  // A component is listed with its platform behind it: "clippy-x86_64-unknown-linux-gnu".
  const missing = names.filter((name) => !installed.some((line) => line === name || line.startsWith(`${name}-`)));
  if (missing.length > 0) run("rustup", [kind, "add", ...missing]);
}
