// What licence texts beside a package hold. Loaded when there is one to read.
import { identifyBytes } from "../licenses/identify/identify.ts";
import { MOST_TEXTS } from "./texts.ts";
import type { Description, LicenseText } from "./types.ts";

export function identifyTexts(texts: Description["texts"]): LicenseText[] {
  const found: LicenseText[] = [];
  for (const { path, bytes } of texts) {
    const { expression, licenses } = identifyBytes(bytes, path);
    found.push({ path, expression, confidence: Math.min(1, ...licenses.map((match) => match.confidence)) });
    if (found.length >= MOST_TEXTS) break;
  }
  return found;
}
