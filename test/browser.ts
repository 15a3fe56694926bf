// A browser for tests: Chromium from an npm package, offline, and what it complained about.
import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContextOptions, chromium as playwright, type Page } from "playwright-core";

/** Why there is none here; undefined where there is one. */
export const noBrowser =
  process.platform === "linux" && process.arch === "x64"
    ? undefined
    : `the packaged browser is for linux-x64, this is ${process.platform}-${process.arch}`;

const QUIET = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export async function launch(): Promise<Browser> {
  // In a single process the browser ends with its first window.
  const args = chromium.args.filter((arg) => arg !== "--single-process" && arg !== "--no-zygote");
  return playwright.launch({ executablePath: await chromium.executablePath(), args: [...args, ...QUIET], headless: true });
}

export interface Opened {
  readonly page: Page;
  /** Errors of the console, of scripts, of the content security policy; dialogs; requests for anything but the page. */
  readonly complaints: readonly string[];
}

export async function open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) =>
    message.type() === "error" || message.type() === "warning" ? complaints.push(message.text()) : undefined,
  );
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) =>
    request.url().split("#")[0] === url.split("#")[0] ? undefined : complaints.push(`request: ${request.url()}`),
  );
  await page.goto(url);
  return { page, complaints };
}
