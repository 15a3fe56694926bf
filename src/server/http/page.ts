// The few pages that the server shows itself: no script, no style from elsewhere, every value escaped.
import type { FastifyReply, FastifyRequest } from "fastify";
import { escapeHtml, type Language } from "#look";

/** The first language of the browser that we speak. */
export function languageOf({ headers }: FastifyRequest): Language {
  const accepted = (headers["accept-language"] ?? "").slice(0, 200).toLowerCase();
  const [de, en] = [accepted.search(/\bde\b/), accepted.search(/\ben\b/)];
  return de >= 0 && (en < 0 || de < en) ? "de" : "en";
}

/** Whether a person looks at the answer, and not a program. */
export function wantsPage({ headers, method }: FastifyRequest): boolean {
  return (method === "GET" || method === "POST") && /\btext\/html\b/.test((headers.accept ?? "").slice(0, 500));
}

/** `parts` are HTML already; whoever makes them escapes what comes from outside. */
export function sendPage(reply: FastifyReply, language: Language, title: string, parts: readonly string[]): FastifyReply {
  const text = `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/plain.css"><title>${escapeHtml(title)} · Allmend</title></head>
<body><main><h1>${escapeHtml(title)}</h1>
${parts.join("\n")}
</main></body>
</html>
`;
  return reply
    .type("text/html; charset=utf-8")
    .header("cache-control", "no-store")
    .serializer((body) => String(body))
    .send(text);
}
