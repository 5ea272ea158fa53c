// Finding and starting other programs: the few lines that every script here needs.
import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the whole project. */
export const project = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** Whether this file is what `node` was asked to run, rather than imported by another. */
export function isMain(moduleUrl) {
  return process.argv[1] !== undefined && fileURLToPath(moduleUrl) === process.argv[1];
}

/** The first of these programs that exists: a name is looked up on PATH, a path is taken as it stands. */
export function find(...candidates) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  for (const candidate of candidates) {
    if (!candidate) continue;
    const paths = candidate.includes("/") ? [candidate] : folders.map((folder) => join(folder, candidate));
    const found = paths.find(isExecutable);
    if (found) return found;
  }
  return undefined;
}

/** Runs a program in the project's folder and shows what it prints; what it says last is its own error. */
export function run(program, args, options = {}) {
  const { status, signal, error } = spawnSync(program, args, { cwd: project, stdio: "inherit", ...options });
  if (error) stop(`${program} could not be started: ${error.message}`);
  if (status !== 0) stop(`\`${[program, ...args].join(" ")}\` ended with ${signal ?? `status ${status}`}.`);
}

/** The same beside whatever else goes on meanwhile. */
export function runBeside(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: project, stdio: "inherit", ...options });
    child.on("error", (error) => stop(`${program} could not be started: ${error.message}`));
    child.on("exit", (status, signal) => {
      if (status !== 0) stop(`\`${[program, ...args].join(" ")}\` ended with ${signal ?? `status ${status}`}.`);
      resolve();
    });
  });
}

/** Runs a program beside whatever else goes on: how it ended, and what it printed. */
export function outputBeside(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: project, stdio: ["ignore", "pipe", "pipe"], ...options });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (part) => { text += part; });
    child.on("error", (error) => stop(`${program} could not be started: ${error.message}`));
    child.on("close", (status) => resolve({ status, text }));
  });
}

/** Runs a program and gives what it printed. */
export function output(program, args, options = {}) {
  const { status, stdout, error } = spawnSync(program, args, {
    cwd: project,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "inherit"],
    ...options,
  });
  if (error) stop(`${program} could not be started: ${error.message}`);
  if (status !== 0) stop(`\`${[program, ...args].join(" ")}\` ended with status ${status}.`);
  return stdout;
}

/** Ends with a sentence for the person at the terminal instead of a stack trace. */
export function stop(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
