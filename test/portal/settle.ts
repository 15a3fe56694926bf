// When a page is there: its heading stands or it says why it cannot, nothing waits any more, and what it asked for has been answered.
import type { Page, Request } from "playwright-core";

/** How long nothing may be asked, in ms: an answer that asks for more does so at once. Playwright's `networkidle` takes 500. */
const QUIET = 100;

/** What every page has once it is there. */
const HEADING = "main h1, main [role=alert]";

const running = new WeakMap<Page, Set<Request>>();

/** From when a page is made: what is on its way is known from its first request on. */
export function watchRequests(page: Page): void {
  const open = new Set<Request>();
  running.set(page, open);
  page.on("request", (request) => open.add(request));
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
}

/** Opens an address, or the present one again, and waits until the page is there. */
export async function goTo(page: Page, address: string): Promise<void> {
  if (!running.has(page)) watchRequests(page);
  await (address === page.url() ? page.reload() : page.goto(address));
  await page.locator(HEADING).first().waitFor();
  await settled(page);
}

/** An address that has no page: its heading is nobody else's. */
const NOWHERE = "/no-such-page";

/** Goes to an address as a link of the portal does: the window stays as it is, and nothing that it knows is loaded again. */
export async function walkTo(page: Page, address: string): Promise<void> {
  // By way of nowhere: two views of one page may share their heading, and one that still stands there would be taken for the new one.
  const nowhere = new URL(NOWHERE, page.url()).href;
  for (const next of [nowhere, address]) if (page.url() !== next) await step(page, next);
  await settled(page);
}

async function step(page: Page, address: string): Promise<void> {
  const before = await page.locator(HEADING).first().elementHandle();
  await page.evaluate(`history.pushState({}, "", ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent("popstate"))`);
  await page.waitForFunction((heading) => !heading?.isConnected, before);
  await page.locator(HEADING).first().waitFor();
}

/** Waits until nothing was on its way for a moment. */
export async function settled(page: Page): Promise<void> {
  await page.locator(".waiting").first().waitFor({ state: "detached" });
  const open = running.get(page) ?? new Set();
  const asked = new Promise<void>((done) => {
    let since = performance.now();
    const watch = setInterval(() => {
      if (open.size > 0) since = performance.now();
      else if (performance.now() - since >= QUIET) {
        clearInterval(watch);
        done();
      }
    }, 20);
  });
  await asked;
  await page.locator(".waiting").first().waitFor({ state: "detached" });
}
