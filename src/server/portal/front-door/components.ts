// Components that answer to what was asked, and the one that is meant.
import { formatPurl, parsePurl } from "#kit";
import { fill, frontDoorWords, type Language } from "#look";
import type { Hit } from "#publish";
import { withoutVersion } from "#scan";
import { componentsCalled, type ComponentItem, listComponents, purlsNamed } from "#store";
import type { Looking } from "./question.ts";

export interface FoundComponents {
  readonly items: readonly ComponentItem[];
  /** The one that is meant: it is called exactly so, or nothing else is. */
  readonly meant?: ComponentItem;
}

const EACH = 5;

export async function componentsFor({ deps, caller, asked }: Looking): Promise<FoundComponents> {
  const { sql } = deps.database;
  const { units } = caller;
  const byPurl = async (purl: string) => (await listComponents(sql, { purl }, units, { limit: 1 })).items[0];
  if (asked.purl !== undefined) {
    const parsed = parsePurl(asked.purl);
    const item = parsed && (await byPurl(withoutVersion(formatPurl(parsed))));
    return item ? { items: [item], meant: item } : { items: [] };
  }
  const [first] = asked.words;
  if (first === undefined) return { items: [] };
  if (asked.words.length === 1) {
    const { items } = await listComponents(sql, { search: first.slice(0, 100) }, units, { limit: EACH });
    const meant = items.find(({ name }) => isCalled(name, first)) ?? (items.length === 1 ? items[0] : undefined);
    return { items, ...(meant ? { meant } : {}) };
  }
  const items = (await componentsCalled(sql, await purlsNamed(sql, asked.words, EACH), units)).toSorted((a, b) => b.uses - a.uses);
  return { items, ...(items[0] ? { meant: items[0] } : {}) };
}

function isCalled(name: string, text: string): boolean {
  const lower = name.toLowerCase();
  return lower === text || lower.endsWith(`/${text}`);
}

export function componentHit({ id, name, type, uses, products }: ComponentItem, lang: Language): Hit {
  const detail = fill(frontDoorWords[lang].details.component, { uses, products }, lang);
  return { kind: "component", id: String(id), label: name, detail: `${type} · ${detail}`, address: `/inventory/components/${id}` };
}
