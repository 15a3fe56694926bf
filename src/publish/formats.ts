// The one registry of forms in which a result can be given: a form is one folder and one line here.
import type { Language } from "#look";
import type { ScanResult } from "#scan";

export const resultFormats = ["text", "json", "sarif", "markdown", "html"] as const;
export type ResultFormat = (typeof resultFormats)[number];

type Renderer = (result: ScanResult, language: Language) => Iterable<string>;

const renderers: Readonly<Record<ResultFormat, () => Promise<Renderer>>> = {
  text: async () => whole((await import("./text/summary.ts")).textSummary),
  json: async () => (await import("./json/json.ts")).json,
  sarif: async () => (await import("./sarif/sarif.ts")).sarif,
  markdown: async () => whole((await import("./markdown/markdown.ts")).markdown),
  html: async () => whole((await import("./html/html.ts")).html),
};

function whole(renderer: (result: ScanResult, language: Language) => string): Renderer {
  return (result, language) => [renderer(result, language)];
}

/** The result in one of the forms, in pieces: some documents are longer than a string may be. Loaded when asked for. */
export async function render(result: ScanResult, format: ResultFormat, language: Language): Promise<Iterable<string>> {
  return (await renderers[format]())(result, language);
}
