// Whether the release line of a component has ended, by what was imported. A version belongs to the line whose name it begins with; the longest such name counts.
import type { Imported, ReleaseLine } from "#facts";
import { formatPurl, parsePurl } from "#kit";
import { daysBetween, type ScanContext } from "../context.ts";

type Lines = ReadonlyMap<string, readonly ReleaseLine[]>;

const made = new WeakMap<Imported, Lines>();

/** Facts of the release line of a component; empty where nothing was imported about it, or no line has its version. */
export function lifecycleFacts(purl: string, { imported, now }: Pick<ScanContext, "imported" | "now">): EndOfLife {
  if (imported.lifecycles.length === 0) return {};
  const byPackage = made.get(imported) ?? linesByPackage(imported);
  made.set(imported, byPackage);
  const parsed = parsePurl(purl);
  const line = parsed?.version === undefined ? undefined : lineOf(parsed.version, byPackage.get(packageOf(purl)) ?? []);
  return line ? endOf(line, now) : {};
}

interface EndOfLife {
  readonly endOfLife?: boolean;
  readonly endOfLifeDays?: number;
}

/** Of what was said of a package the newest counts. */
function linesByPackage({ lifecycles }: Imported): Lines {
  const oldestFirst = lifecycles.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return new Map(oldestFirst.flatMap(({ packages, lines }) => packages.map((purl) => [packageOf(purl), lines] as const)));
}

/** Official images of Docker are called `node` and `library/node`. */
function packageOf(purl: string): string {
  const parsed = parsePurl(purl);
  if (!parsed) return purl;
  const { type, name } = parsed;
  const namespace = parsed.namespace ?? (type === "docker" ? "library" : undefined);
  return formatPurl({ type, name, ...(namespace === undefined ? {} : { namespace }) });
}

function lineOf(version: string, lines: readonly ReleaseLine[]): ReleaseLine | undefined {
  const plain = version.replace(/^v(?=\d)/, "");
  const fitting = lines.filter(({ name }) => plain === name || (plain.startsWith(name) && /[.+_-]/.test(plain.charAt(name.length))));
  return fitting.reduce<ReleaseLine | undefined>((best, line) => (best && best.name.length >= line.name.length ? best : line), undefined);
}

function endOf({ ends, ended }: ReleaseLine, now: string): EndOfLife {
  if (ends === undefined) return ended === undefined ? {} : { endOfLife: ended };
  const days = daysBetween(now.slice(0, 10), ends);
  return { endOfLife: days <= 0, endOfLifeDays: days };
}
