// The package in browsers without any bundler: classic scripts, modules, workers.
import assert from "node:assert/strict";
import { copyFileSync, symlinkSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { openChromium } from "../browser/chromium.mjs";
import { openFirefox } from "../browser/firefox.mjs";
import { app, expected, expectedOfAdapters, expectedOfReader, mended, shipped } from "./installed.mjs";
import { show } from "./portal.mjs";

before(() => {
  for (const name of ["script", "classic-worker"]) copyFileSync(shipped("gouji.global.js"), app(name, "gouji.global.js"));
  for (const name of ["gouji.global.js", "gouji.read.global.js"]) copyFileSync(shipped(name), app("script-read", name));
  for (const name of ["gouji.global.js", "gouji.repair.global.js"]) copyFileSync(shipped(name), app("script-repair", name));
  for (const name of ["gouji.global.js", "gouji.read.global.js", "gouji.adapters.global.js"]) copyFileSync(shipped(name), app("script-adapters", name));
  for (const name of ["module-script", "module-worker"]) symlinkSync(shipped(), app(name, "gouji"), "dir");
});

for (const [name, open] of Object.entries({ Chromium: openChromium, Firefox: openFirefox })) {
  describe(name, () => {
    let browser;
    before(async () => {
      browser = await open({ requests: true });
    });
    after(() => browser?.close());

    const pages = {
      "a classic script": ["script", "/", { set: "UTF-8", title: "年度报告" }],
      "a classic script on a page in GBK": ["script", "/gbk.html", { set: "GBK", title: "年度报告" }],
      "a classic script that reads documents": ["script-read", "/"],
      "classic scripts, with repairs": ["script-repair", "/"],
      "classic scripts, with adapters": ["script-adapters", "/"],
      "a module": ["module-script", "/"],
      "a classic worker": ["classic-worker", "/"],
      "a worker that is a module": ["module-worker", "/"],
    };
    for (const [what, [folder, path, page]] of Object.entries(pages)) {
      test(what, async () => {
        const { answered, seen } = await show(browser, app(folder), path, () => ({ set: document.characterSet, title: document.title }));
        const others = { "script-read": expectedOfReader, "script-repair": mended, "script-adapters": expectedOfAdapters };
        assert.deepEqual(answered, others[folder] ?? expected);
        if (page) assert.deepEqual(seen, page);
      });
    }
  });
}
