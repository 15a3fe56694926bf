// The one registry of forms in which a result can be given: a form is one folder and one line here.
import type { Language } from "#look";
import type { ScanResult } from "#scan";

export const resultFormats = ["text", "json", "sarif", "markdown", "html"] as const;
export type ResultFormat = (typeof resultFormats)[number];

const renderers: Readonly<Record<ResultFormat, () => Promise<(result: ScanResult, language: Language) => string>>> = {
  text: async () => (await import("./text/summary.ts")).textSummary,
  json: async () => (await import("./json/json.ts")).json,
  sarif: async () => (await import("./sarif/sarif.ts")).sarif,
  markdown: async () => (await import("./markdown/markdown.ts")).markdown,
  html: async () => (await import("./html/html.ts")).html,
};

/** The result in one of the forms. Loaded when asked for. */
export async function render(result: ScanResult, format: ResultFormat, language: Language): Promise<string> {
  return (await renderers[format]())(result, language);
}
