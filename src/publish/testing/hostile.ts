// Results whose names and texts are hostile: what somebody may put into a lockfile, a tree or a licence to break what is written from it.
import fc from "fast-check";
import type { ScanResult } from "#scan";

/** Keys whose texts come from elsewhere: repositories, lockfiles, SBOMs, and documents of an organisation. */
const FOREIGN: ReadonlySet<string> = new Set(
  [
    [
      "label",
      "name",
      "version",
      "purl",
      "path",
      "repository",
      "text",
      "from",
      "expression",
      "chosen",
      "owner",
      "note",
      "message",
      "hint",
      "file",
    ],
    [
      "origin",
      "license",
      "value",
      "fact",
      "examples",
      "decisive",
      "en",
      "de",
      "when",
      "product",
      "deliverable",
      "products",
      "source",
      "commit",
    ],
    ["knowledge", "digest", "title", "lane", "reason", "code", "concluded", "by", "entry"],
  ].flat(),
);

/** The result with every foreign text put through `say`. Ids that join its parts stay. */
export function infect(result: ScanResult, say: (text: string) => string): ScanResult {
  const walk = (value: unknown, foreign: boolean): unknown => {
    if (typeof value === "string") return foreign ? say(value) : value;
    if (Array.isArray(value)) return value.map((item) => walk(item, foreign));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, FOREIGN.has(key) && !KEPT.has(item as string))]));
  };
  return { ...(walk(result, false) as ScanResult), schema: result.schema };
}

/** Values of closed sets that stand under keys which elsewhere hold foreign texts. */
const KEPT: ReadonlySet<string> = new Set(["lockfile", "shop", "till"]);

const FRAGMENTS = [
  "</script><script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "<!--",
  "]]>",
  "&lt;b&gt;",
  "javascript:alert(1)",
  "[click](https://evil.example)",
  "![](https://evil.example/p.png)",
  "<https://evil.example>",
  "https://evil.example/a_b",
  "www.evil.example",
  "@everyone",
  "#1",
  "!2",
  "~bug",
  "org/repo#3",
  "`",
  "```",
  "\n\n# title\n\n- item\n",
  "\n/close\n",
  "| a | b |",
  "{0}",
  "{count}",
  "{count|a|b}",
  "[",
  "]",
  "\\",
  "$&",
  "$1",
  "__proto__",
  "../../etc/passwd",
  "%2e%2e/",
  "\u001B[31mred",
  "\u0000",
  "\u0007",
  "\u202Egnp.exe",
  "\u2066x\u2069",
  "\u200B",
  "\uFEFF",
  "\u2028",
  "\uD800",
  "שלום",
  "漢字",
  "👩‍💻",
  "e\u0301",
  " ",
  "</details>",
  "<style>*{display:none}</style>",
] as const;

/** Texts made of the tricks above and of anything. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 8 }), fc.string({ unit: "binary", maxLength: 4 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(""));

/** A function that puts hostile texts before, after or in place of what was there; the same for the same text. */
export const hostileSay: fc.Arbitrary<(text: string) => string> = fc.tuple(hostileText, hostileText, fc.boolean()).map(
  ([before, after, keep]) =>
    (text: string) =>
      keep ? before + text + after : before + after,
);
