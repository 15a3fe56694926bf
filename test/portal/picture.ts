// A picture of what a test sees, for whoever wants to look at it: only where ALLMEND_PICTURES names a folder.
import { join } from "node:path";
import type { Page } from "playwright-core";

export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.ALLMEND_PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
