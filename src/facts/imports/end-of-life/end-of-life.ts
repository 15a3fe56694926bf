// When release lines end, as endoflife.date tells it (data under the MIT licence, https://endoflife.date/docs/api/v1/): all products, one product, or the
// list of cycles of the older API, which names no package: --about does.
import { formatPurl, parsePurl } from "#kit";
import { arrayField, asArray, asObject, field, textField } from "../../lockfiles/shared/data.ts";
import { Unreadable } from "../../lockfiles/types.ts";
import { jsonOf } from "../shared/documents.ts";
import { momentOf } from "../shared/text.ts";
import type { ImportInput, ImportOrigin, ImportSink, ReleaseLine } from "../types.ts";

export async function readEndOfLife(input: ImportInput, sink: ImportSink): Promise<ImportOrigin> {
  const document = await jsonOf(input.path);
  const cycles = asArray(document);
  if (cycles?.some((cycle) => field(cycle, "cycle") !== undefined)) return ofCycles(cycles, input, sink);
  const result = field(document, "result");
  const products = asArray(result) ?? (asObject(result) ? [result] : []);
  if (!products.some((product) => arrayField(product, "releases") !== undefined)) throw unlike();
  for (const [index, product] of products.entries()) take(product, `result[${index}]`, sink);
  const at = momentOf(textField(document, "generated_at"));
  // One product says nothing of the others.
  const [only] = products;
  const name = asArray(result) ? "all" : textField(only, "name");
  return { ...(name === undefined ? {} : { replaces: name }), ...(at === undefined ? {} : { at }) };
}

function unlike(): Unreadable {
  return new Unreadable(
    "Not a file of endoflife.date: no product has releases",
    undefined,
    "https://endoflife.date/api/v1/products/full, or /api/v1/products/NAME",
  );
}

function ofCycles(cycles: readonly unknown[], { about }: ImportInput, sink: ImportSink): ImportOrigin {
  const packages = about === undefined ? [] : packageOf(about);
  if (packages.length === 0) {
    throw new Unreadable("A list of cycles does not say of what", undefined, "--about with a package URL, such as --about pkg:pypi/django");
  }
  const lines = cycles.flatMap((cycle, index) => lineOf(textOf(cycle, "cycle"), cycle, "eol", `[${index}]`, sink));
  sink.lifecycle({ product: packages[0] ?? "", packages, lines });
  return { replaces: packages[0] ?? "" };
}

function take(product: unknown, where: string, sink: ImportSink): void {
  const name = textField(product, "name");
  const releases = arrayField(product, "releases");
  if (name === undefined || name === "" || !releases) return sink.notUnderstood("a product has no name or no releases", where);
  const identifiers = arrayField(product, "identifiers") ?? [];
  const packages = identifiers.flatMap((identifier) =>
    textField(identifier, "type") === "purl" ? packageOf(textField(identifier, "id") ?? "") : [],
  );
  if (packages.length === 0) return sink.empty("a product without a package URL");
  const lines = releases.flatMap((release, index) =>
    lineOf(textOf(release, "name"), release, "eolFrom", `${where}.releases[${index}]`, sink),
  );
  sink.lifecycle({ product: name.slice(0, 200), packages: [...new Set(packages)], lines });
}

/** A release line with its end: a day, or that it has ended, or that it has not. */
function lineOf(name: string | undefined, release: unknown, key: "eol" | "eolFrom", where: string, sink: ImportSink): ReleaseLine[] {
  const end = field(release, key);
  const on = typeof end === "string" ? /^\d{4}-\d{2}-\d{2}$/.exec(end)?.[0] : undefined;
  const flag = field(release, "isEol") ?? end;
  if (name === undefined || name === "" || name.length > 100) {
    sink.notUnderstood("a release line has no name", where);
    return [];
  }
  if (on !== undefined) return [{ name, ends: on }];
  if (typeof flag === "boolean") return [{ name, ended: flag }];
  sink.notUnderstood("a release line does not say whether it has ended", where);
  return [];
}

/** Names of lines are texts, and numbers where somebody forgot the quotes. */
function textOf(value: unknown, key: string): string | undefined {
  const found = field(value, key);
  return typeof found === "number" ? String(found) : typeof found === "string" ? found : undefined;
}

function packageOf(text: string): string[] {
  const purl = parsePurl(text);
  if (!purl) return [];
  const { type, namespace, name } = purl;
  return [formatPurl({ type, name, ...(namespace === undefined ? {} : { namespace }) })];
}
