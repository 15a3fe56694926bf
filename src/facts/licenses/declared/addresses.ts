// What an address says about the licence behind it: a steward's page, a list's page, a file's name, or a repository whose licence everyone knows.
import { formatExpression, parseExpression } from "#kit";
import { urlKey } from "./keys.ts";
import { repositoryMeaning } from "./repository-meaning.ts";
import { declaredTables, type Meaning } from "./tables.ts";
import { idUrlPrefixes } from "./urls.ts";

type NameReader = (name: string) => Meaning | undefined;

/** The licence at an address; undefined where the text is no address or says nothing. `fromName` reads what people call licences. */
export function addressMeaning(text: string, fromName: NameReader): Meaning | undefined {
  const key = urlKey(text);
  if (key === undefined) return undefined;
  const listed = declaredTables().urls.get(key);
  const known = listed?.expression ? listed : creativeCommons(key);
  if (known) return known;
  if (key.endsWith(".mit-license.org")) return { expression: "MIT", confidence: 0.95 };
  const prefix = idUrlPrefixes.find((one) => key.startsWith(one));
  if (prefix !== undefined) {
    const rest = decode(key.slice(prefix.length));
    return /(?:^|\.)(?:gnu|fsf)\.org\//.test(prefix) ? gnuPage(rest, fromName) : (idMeaning(rest) ?? fromName(rest.replace(/[-_]/g, " ")));
  }
  return fromFileName(key, fromName) ?? repositoryMeaning(key);
}

/** Deeds, legal codes, buttons; ports by country; all languages. */
function creativeCommons(key: string): Meaning | undefined {
  const zero = /^creativecommons\.org\/publicdomain\/zero\/1\.0(?:\/|$)/.test(key);
  if (zero) return { expression: "CC0-1.0", confidence: 0.95 };
  const match = /^(?:creativecommons\.org\/licenses|i\.creativecommons\.org\/l)\/([a-z-]+)\/(\d\.\d)(?:\/([a-z]{2})(?:\/|$))?/.exec(key);
  if (!match) return undefined;
  const [, kind = "", version = "", port] = match;
  // The deeds that Creative Commons once wrote for the GNU licences.
  if (kind === "gpl" || kind === "lgpl") return idMeaning(`${kind}-${version}-only`);
  const id = `CC-${kind}-${version}`;
  return (port ? idMeaning(`${id}-${port}`) : undefined) ?? idMeaning(id);
}

/** GNU's pages in any language or form: `lgpl-3.0.ru`, `gpl-3.0-standalone`, `fdl-1.3`. */
function gnuPage(page: string, fromName: NameReader): Meaning | undefined {
  const name = page
    .replace(/\.[a-z]{2}(?:-[a-z]{2})?$/, "")
    .replace(/-(?:standalone|body)$/, "")
    .replace(/^old-licenses\//, "")
    .replace(/^fdl\b/, "gfdl");
  return idMeaning(name) ?? fromName(name.replace(/[-_]/g, " "));
}

const namedFile = /^(?:[\w.+]{1,20}[-_.]licen[cs]e|(?:licen[cs]e|copying)[-_.][\w.+-]{1,24}|unlicense)$/;
/** Ids that nobody gives to a file that holds something else. */
const idAsFile = /^(?:[al]?gpl|gfdl|mpl|epl|eupl|cddl|apache|bsd|cc0)-\d[\w.-]{0,20}$/;

/** The address of a file whose name says which licence it holds: `…/MIT-LICENSE.txt`, `…/LICENSES/MIT.txt`, `…/gpl-3.0.txt`, `…/UNLICENSE`. */
function fromFileName(key: string, fromName: NameReader): Meaning | undefined {
  const parts = key.split("/");
  const name = parts.length > 1 ? (parts.at(-1) ?? "") : "";
  const inFolder = /^licen[cs]es$/.test(parts.at(-2) ?? "") && parts.length > 3;
  if (inFolder || idAsFile.test(name)) {
    const id = idMeaning(decode(name));
    if (id) return { ...id, confidence: 0.85 };
  }
  if (!namedFile.test(name)) return undefined;
  const meaning = fromName(name.replace(/^copying[-_.]/, "").replace(/[-_]|\.(?!\d)/g, " "));
  return meaning && meaning.confidence >= 0.7 ? { ...meaning, confidence: Math.min(0.85, meaning.confidence) } : undefined;
}

function idMeaning(text: string): Meaning | undefined {
  const expression = parseExpression(text);
  return expression && { expression: formatExpression(expression), confidence: 0.95 };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
