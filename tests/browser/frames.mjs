// Frames by our own clock, without pixels. A page lays itself out, runs its animations and asks for its next frame as ever;
// that nobody looks at what it would draw saves a third of all that a test in Chromium costs. Only the bare engine can do so;
// in the whole browser (CHROMIUM names it), as before a release, everything is drawn.
import { basename } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** Between two frames, in milliseconds. */
const PAUSE = 20;

export const canLeaveOutPixels = (program) => /headless[-_]shell/.test(basename(program));

/** What such a browser is started with. An animation that the compositor runs would wait for pixels without end. */
export const withoutPixels = ["--enable-begin-frame-control", "--run-all-compositor-stages-before-draw", "--disable-threaded-animation"];

/** A context and its page, whose frames come until it is closed. */
export async function openWithFrames(browser, options) {
  const protocol = await browser.newBrowserCDPSession();
  const contexts = async () => (await protocol.send("Target.getBrowserContexts")).browserContextIds;
  const before = await contexts();
  const context = await browser.newContext(options);
  // Playwright has no name for it, and cannot ask for such a page.
  const [browserContextId] = (await contexts()).filter((id) => !before.includes(id));
  const [page] = await Promise.all([
    context.waitForEvent("page"),
    protocol.send("Target.createTarget", { url: "about:blank", browserContextId, enableBeginFrameControl: true, ...options.viewport }),
  ]);
  await protocol.detach();
  giveFrames(page, await context.newCDPSession(page));
  return { context, page };
}

async function giveFrames(page, protocol) {
  while (!page.isClosed()) {
    try {
      await protocol.send("HeadlessExperimental.beginFrame", { noDisplayUpdates: true });
    } catch (reason) {
      // A page that closes may say so a little later than it refuses.
      await delay(1000);
      if (!page.isClosed()) throw reason;
    }
    await delay(PAUSE);
  }
}
