// The browsers that the tests drive, and Chinese fonts for their screenshots. Where there is apt and the right
// to use it, what is missing is installed; elsewhere it is said what is missing and how to get it.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { find, isMain, run, stop } from "./programs.mjs";

export const chromium = () =>
  find(process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

/**
 * The same engine without the browser around it, a fifth quicker: what pages are tested in. A release is tried in the whole
 * one, by CHROMIUM.
 */
export const bareChromium = () => find(process.env.CHROMIUM, "chromium-headless-shell") ?? chromium();

export const firefox = () =>
  find(process.env.FIREFOX, "firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox");

const bare = "chromium-headless-shell";

const needs = [
  {
    name: "Chromium or Chrome",
    isThere: () => chromium() !== undefined,
    packages: ["chromium"],
    advice: "install it from your system's packages, or set CHROMIUM to its program",
  },
  {
    name: "chromedriver, of the browser's own version",
    isThere: () => find("chromedriver") !== undefined,
    packages: ["chromium-driver"],
    advice: "install it from your system's packages (Homebrew: brew install --cask chromedriver) and put it on PATH",
  },
  {
    name: "Firefox",
    isThere: () => firefox() !== undefined,
    packages: ["firefox-esr"],
    advice: "install it from your system's packages, or set FIREFOX to its program",
  },
  {
    name: "a Chinese font",
    isThere: () => process.platform !== "linux" || hasChineseFont(),
    packages: ["fonts-noto-cjk"],
    advice: "install Noto Sans CJK",
  },
];

// By the names of font files, because fontconfig's own programs need not be installed.
function hasChineseFont() {
  const folders = ["/usr/share/fonts", join(homedir(), ".fonts"), join(homedir(), ".local/share/fonts")];
  return folders
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder, { recursive: true }))
    .some((file) => /cjk|wqy|simsun|source-?han/i.test(file));
}

const canInstall = () => find("apt-get") !== undefined && (process.getuid?.() === 0 || find("sudo") !== undefined);

function aptInstall(packages) {
  const isRoot = process.getuid?.() === 0;
  // `env` carries the variable through sudo: no questions. Another apt at work is waited for.
  const aptGet = (...args) => {
    const command = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300", ...args];
    if (!isRoot) command.unshift("sudo");
    run(command[0], command.slice(1));
  };
  console.log(`Installing ${packages.join(", ")} ...`);
  aptGet("update", "-qq");
  // Not every Debian or Ubuntu has the engine by itself.
  const wanted = packages.filter((name) => name !== bare || spawnSync("apt-cache", ["show", bare]).status === 0);
  aptGet("install", "-y", "-qq", "--no-install-recommends", ...wanted);
}

if (isMain(import.meta.url)) {
  const missing = () => needs.filter((need) => !need.isThere());
  if (missing().length > 0 && canInstall()) aptInstall([...missing().flatMap((need) => need.packages), bare]);
  if (missing().length > 0) {
    const lines = missing().map(({ name, advice }) => `  ${name}: ${advice}`);
    stop(`The tests in browsers need what is missing here:\n${lines.join("\n")}\n`
      + "`make test-rust` and `make test-node` need no browser.");
  }
}
