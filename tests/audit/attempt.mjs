// Programs whose failure is a result and not the end.
import { spawnSync } from "node:child_process";
import { project } from "../setup/programs.mjs";
import { pathWithTools } from "../setup/tools.mjs";

/** Runs a program with the cached tools on PATH; what it printed comes back, both streams together. */
export function attempt(program, args, { env = {}, ...options } = {}) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: project,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    stdio: ["ignore", "pipe", "pipe"],
    ...options,
    env: { ...process.env, PATH: pathWithTools(), ...env },
  });
  return { isFine: status === 0, text: `${stdout ?? ""}${stderr ?? ""}` };
}
