// What somebody asks at the front door, read from their words: what it is about, in which version, for which product, and what they mean to do.
import { parsePurl } from "#kit";
import type { Organization } from "#program";

export const intents = ["use", "contribute", "publish", "procure"] as const;
export type Intent = (typeof intents)[number];

export interface Asked {
  /** As it was written, without blanks around it. */
  readonly text: string;
  readonly intent?: Intent;
  /** A package URL, with a version or without. */
  readonly purl?: string;
  /** Words that say something, in lower case; the version is none of them. */
  readonly words: readonly string[];
  readonly version?: string;
  /** Id of the product that is named in it. */
  readonly product?: string;
  /** Whether it is a question in words rather than a name. */
  readonly spoken: boolean;
}

const INTENTS: Readonly<Record<Intent, RegExp>> = {
  contribute: /^(?:contribut\w*|beitrag\w*|beizutragen|beisteuern|upstream)$/,
  publish: /^(?:publish\w*|release|open-?source|veröffentlich\w*|publizier\w*|freigeben)$/,
  procure: /^(?:buy|purchase|procure\w*|kauf\w*|beschaff\w*|einkauf\w*)$/,
  use: /^(?:us(?:e|ing|ed)|verwend\w*|benutz\w*|nutz\w*|einsetz\w*|brauch\w*)$/,
};

/** Words that carry nothing in a question. */
const EMPTY = new Set(
  (
    "a an and are as at be by can do does for from have how i if in is it its may me my of on or our shall should so that the there this to under us we what when where " +
    "which who why with without you your allowed ok okay please need want version package library component " +
    "aber alle als am an auf aus bei bin bitte darf dürfen das dem den der des die dies diese dieses ein eine einem einen einer es für gibt haben ich ihr im in ist kann " +
    "können man mein meine mit müssen nach nicht oder ohne paket bibliothek komponente sein sich sie sind soll sollen unser unsere und von was wann warum welche wer wie " +
    "wir wo zu zum zur"
  ).split(" "),
);

const VERSION = /^v?\d+(?:\.[\w+-]+)*$/;
const MOST_WORDS = 12;

export function readAsked(text: string, organization: Pick<Organization, "products">): Asked {
  const plain = text.trim().replace(/\s+/g, " ");
  const purl = /(?:^|\s)(pkg:\S+)/.exec(plain)?.[1]?.replace(/[?!,;]+$/, "");
  const named = productNamed(plain, organization);
  const lower = plain.toLowerCase();
  // A name that is the whole question is looked for as it is.
  const rest = named && named.name !== lower ? lower.replace(named.name, " ") : lower;
  const tokens = (purl === undefined ? rest : rest.replace(purl.toLowerCase(), " "))
    .split(/[\s,;!?()«»"“”„]+/)
    .map((token) => token.replace(/^[.:]+|[.:]+$/g, ""))
    .filter((token) => token !== "")
    .slice(0, 40);
  const intent = intents.toSorted((a, b) => order(a) - order(b)).find((one) => tokens.some((token) => INTENTS[one].test(token)));
  const meaning = tokens.filter((token) => !EMPTY.has(token) && !intents.some((one) => INTENTS[one].test(token)));
  const { words, version } = withVersion(meaning);
  return {
    text: plain,
    ...(intent === undefined ? {} : { intent }),
    ...(purl !== undefined && parsePurl(purl) ? { purl } : {}),
    words: words.slice(0, MOST_WORDS),
    ...(version === undefined ? {} : { version }),
    ...(named ? { product: named.id } : {}),
    spoken: plain.endsWith("?") || meaning.length > 3 || tokens.length > meaning.length + 1,
  };
}

/** What is rarer says more: whoever writes “may I use and publish” means to publish. */
function order(intent: Intent): number {
  return intent === "use" ? 1 : 0;
}

/** `name@1.2`, `name 1.2`, `name v1.2`. */
function withVersion(tokens: readonly string[]): { readonly words: readonly string[]; readonly version?: string } {
  const words: string[] = [];
  let version: string | undefined;
  for (const token of tokens) {
    const at = token.lastIndexOf("@");
    if (words.length > 0 && version === undefined && VERSION.test(token)) version = token.replace(/^v/, "");
    else if (at > 0 && VERSION.test(token.slice(at + 1))) {
      words.push(token.slice(0, at));
      version = token.slice(at + 1).replace(/^v/, "");
    } else words.push(token);
  }
  return { words, ...(version === undefined ? {} : { version }) };
}

/** The product whose id or name stands in it, the longest name first. */
function productNamed(text: string, { products }: Pick<Organization, "products">) {
  const lower = text.toLowerCase();
  return products
    .flatMap(({ id, name }) => [id, ...Object.values(name)].map((each) => ({ id, name: each.toLowerCase() })))
    .filter(({ name }) => name !== "" && standsIn(lower, name))
    .sort((a, b) => b.name.length - a.name.length)[0];
}

function standsIn(text: string, name: string): boolean {
  const at = text.indexOf(name);
  if (at < 0) return false;
  const around = [text[at - 1] ?? " ", text[at + name.length] ?? " "];
  return around.every((sign) => !/[\p{L}\p{N}@/-]/u.test(sign));
}
