// How a report is sent: a page of its own that may do nothing here, whatever stands in it. Our own pages may show it in a frame.

const TYPES: Readonly<Record<string, readonly [type: string, ending: string]>> = {
  html: ["text/html; charset=utf-8", "html"],
  slides: ["text/html; charset=utf-8", "html"],
  pdf: ["text/html; charset=utf-8", "html"],
  markdown: ["text/markdown; charset=utf-8", "md"],
  text: ["text/plain; charset=utf-8", "txt"],
};
const JSON_TYPE = ["application/json; charset=utf-8", "json"] as const;

/** No origin, no network, no form, no way out of its frame: style and the few lines that turn slides are its own. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-scripts allow-modals allow-popups";

export function reportHeaders(kind: string, format: string, download: boolean): Readonly<Record<string, string>> {
  const [type, ending] = TYPES[format] ?? JSON_TYPE;
  return {
    "content-type": type,
    "cache-control": "private, no-store",
    "content-security-policy": POLICY,
    "x-frame-options": "SAMEORIGIN",
    "origin-agent-cluster": "?0",
    "content-disposition": `${download ? "attachment" : "inline"}; filename="${kind}.${ending}"`,
  };
}
