// HTML printed by a browser of the user. None comes along: a browser is large, needs mending every week, and nearly everybody has one (ADR 0013).
import { accessSync, constants } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { AllmendError } from "#kit";
import { printPage } from "./browser-pipe.ts";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "msedge",
  "chrome",
  "chrome.exe",
  "msedge.exe",
];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** The page as PDF. Its date is that of the result, so that the same result gives the same bytes from the same browser. */
export async function printPdf(html: Iterable<string>, now: string, onePage = false): Promise<Buffer> {
  const browser = findBrowser();
  const folder = await mkdtemp(join(tmpdir(), "allmend-pdf-"));
  try {
    const page = join(folder, "page.html");
    await writeFile(page, [...html].join(""), { mode: 0o600 });
    return dated(await printPage(browser, pathToFileURL(page).href, join(folder, "profile"), onePage), now);
  } catch (error) {
    throw new AllmendError(
      "browser-failed",
      "input",
      `${browser} could not print the page: ${error instanceof Error ? error.message : String(error)}`,
      {
        hint: 'Write it with "--format html" and print that (Ctrl-P), or name another browser in ALLMEND_BROWSER.',
      },
    );
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function findBrowser(): string {
  const named = process.env.ALLMEND_BROWSER;
  if (named !== undefined && named !== "") return named;
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = [...onPath, ...PLACES].find(isProgram);
  if (found !== undefined) return found;
  throw new AllmendError("no-browser", "not-found", "a PDF is printed by a browser, and none was found", {
    hint: 'Write it with "--format html", open the file and print it (Ctrl-P, "Save as PDF"); or name a Chromium, Chrome or Edge in ALLMEND_BROWSER.',
  });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Dates and names inside have a fixed length: the bytes stay where they are. */
function dated(pdf: Buffer, now: string): Buffer {
  const stamp = `D:${now.replaceAll(/\D/g, "").padEnd(14, "0").slice(0, 14)}+00'00'`;
  const names = new Map<string, string>();
  // Names of what is tagged come from a counter of the browser that does not begin at the same number each time.
  const named = (name: string) => {
    const known = names.get(name) ?? `node${String(names.size + 1).padStart(8, "0")}`;
    names.set(name, known);
    return known;
  };
  const text = pdf.toString("latin1").replaceAll(/D:\d{14}[+-]\d{2}'\d{2}'/g, stamp);
  return Buffer.from(text.replaceAll(/\bnode\d{8}\b/g, named), "latin1");
}
