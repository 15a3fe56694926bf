// The frame of every page of the site: menu, the other language, and what it was made from. It loads nothing and runs nothing.
import { escapeHtml, fill, formatDate, houseMark, type Language, siteWords } from "#look";
import type { PublicPart } from "./public.ts";

export interface SiteContext {
  readonly organization: string;
  readonly language: Language;
  readonly now: string;
  readonly version: string;
  readonly shown: PublicPart;
  /** A server behind it takes questions. */
  readonly asks?: boolean;
}

export interface Page {
  /** Inside the folder of a language: `projects.html`. */
  readonly path: string;
  readonly title: string;
  /** The menu's entry that it belongs to. */
  readonly under: "home" | "strategy" | "policies" | "projects" | "contact" | "ask";
  readonly body: string;
  /** It sends a form to the server that shows it. */
  readonly sends?: boolean;
}

const style = `:root{color-scheme:light dark;--ink:#1c2a33;--paper:#fbfaf7;--card:#fff;--line:#dfdcd3;--soft:#57626a;--meadow:#2a7247;--stop:#b3372c}
@media (prefers-color-scheme:dark){:root{--ink:#e8e6df;--paper:#141a1e;--card:#1b2329;--line:#313b42;--soft:#a3adb3;--meadow:#7cc797;--stop:#f08a7d}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
a{color:var(--meadow)}.skip{position:absolute;left:-9999px}.skip:focus{left:16px;top:8px;background:var(--card);padding:8px 12px}
header,main,footer{max-width:860px;margin:0 auto;padding:0 24px}header{padding-top:24px;border-bottom:1px solid var(--line)}
.name{display:flex;gap:10px;align-items:center;font-weight:600;color:inherit;text-decoration:none}.name svg{width:26px;height:26px}
nav{display:flex;flex-wrap:wrap;gap:4px 20px;padding:12px 0 10px}nav a{color:var(--soft);text-decoration:none;padding:2px 0;border-bottom:2px solid transparent}nav a:hover,nav a[aria-current]{color:var(--ink);border-color:var(--meadow)}nav .other{margin-left:auto}
main{padding-top:24px;padding-bottom:48px}h1{font-size:36px;line-height:1.2;margin:16px 0}h2{font-size:24px;line-height:1.3;margin:36px 0 8px}h3{font-size:18px;margin:24px 0 4px}
p,li{max-width:68ch}.lead{font-size:20px;line-height:1.5}.note{color:var(--soft);font-size:15px}ul{padding-left:20px}
.cards{list-style:none;padding:0;display:grid;gap:12px}.cards li{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:14px 18px;max-width:none}.cards h2{margin:0;font-size:19px}.cards p{margin:4px 0}
.state{font-size:14px;border:1px solid var(--line);border-radius:4px;padding:1px 7px;white-space:nowrap}
dl{display:grid;grid-template-columns:minmax(120px,1fr) 3fr;gap:8px 20px}dt{color:var(--soft)}dd{margin:0}
label,legend{display:block;font-weight:600}form p{margin:20px 0}.hint{display:block;color:var(--soft);font-size:15px;font-weight:400}
input,select,textarea{font:inherit;display:block;width:100%;max-width:68ch;margin-top:6px;padding:9px 12px;border:1px solid var(--soft);border-radius:6px;background:var(--card);color:var(--ink)}textarea{min-height:130px;resize:vertical}[aria-invalid]{border-color:var(--stop);border-width:2px}
button{font:inherit;font-weight:600;padding:10px 20px;border:0;border-radius:6px;background:var(--meadow);color:var(--paper);cursor:pointer}.alert{border-left:4px solid var(--stop);background:var(--card);padding:10px 16px}.trap{position:absolute;left:-9999px}:focus-visible{outline:3px solid var(--meadow);outline-offset:2px}
footer{border-top:1px solid var(--line);padding-top:16px;padding-bottom:40px}
@media (max-width:600px){h1{font-size:28px}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:10px}nav .other{margin-left:0}}
@media print{nav,.skip{display:none}body{font-size:11pt;background:#fff}}`;

/** `from`: where the page lies, seen from the folder of its language (`""`) or from above (`"en/"`). */
export function frame(page: Page, context: SiteContext, from = ""): string {
  const { language, organization, shown, now, version, asks } = context;
  const words = siteWords(language);
  const name = fill(words.title, { organization }, language);
  const title = page.under === "home" ? name : `${page.title}: ${name}`;
  const other: Language = language === "de" ? "en" : "de";
  const menu = (["home", "strategy", "policies", "projects", "contact", "ask"] as const)
    .filter((id) => (id !== "strategy" || shown.strategy) && (id !== "policies" || shown.policies.length > 0) && (id !== "ask" || asks))
    .map((id) => {
      const href = `${from}${id === "home" ? "index" : id}.html`;
      const text = id === "ask" ? words.ask.menu : words.pages[id];
      return `<a href="${href}"${id === page.under ? ' aria-current="page"' : ""}>${escapeHtml(text)}</a>`;
    });
  const there = `${from === "" ? "../" : ""}${other}/${page.path}`;
  const made = version === "" ? "" : ` ${fill(words.made, { version }, language)}`;
  const about = `${fill(words.asOf, { date: formatDate(now, language) }, language)}${made}`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action ${page.sends ? "'self'" : "'none'"}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="${page.sends ? "same-origin" : "no-referrer"}">
<title>${escapeHtml(title)}</title>
<link rel="alternate" hreflang="${other}" href="${there}">
<style>${style}</style>
</head>
<body>
<a class="skip" href="#text">${escapeHtml(words.skip)}</a>
<header><a class="name" href="${from}index.html">${houseMark()}<bdi>${escapeHtml(name)}</bdi></a>
<nav aria-label="${escapeHtml(words.menu)}">${menu.join("")}<a class="other" href="${there}" lang="${other}" hreflang="${other}">${escapeHtml(words.other)}</a></nav></header>
<main id="text">
${page.body}
</main>
<footer><p class="note">${escapeHtml(about)}</p></footer>
</body>
</html>
`;
}
