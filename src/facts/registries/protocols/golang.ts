// The Go module proxy: dates by version, the newest, and the module itself, for its licence lies in it alone. https://go.dev/ref/mod#goproxy-protocol
import { compareVersions } from "#kit";
import { textField } from "../../lockfiles/shared/data.ts";
import { escapedModule, isModuleLicense } from "../../packages/golang/golang.ts";
import { readZip } from "../../packages/archives/zip.ts";
import type { LicenseText } from "../../packages/types.ts";
import type { RegistryClient } from "../client.ts";
import type { RegistryProtocol, RegistryVersion } from "../types.ts";
import { versionOf } from "./shared.ts";

/** Larger modules are left out: their licence has to be seen otherwise. */
const LARGEST_MODULE = 64_000_000;

export const golang: RegistryProtocol = {
  type: "golang",
  address: "https://proxy.golang.org/",
  perSecond: 20,
  tells: { deprecated: true, withdrawn: true },
  ask: async ({ namespace, name }, wanted, client) => {
    const module = escapedModule(namespace ? `${namespace}/${name}` : name);
    const path = module.split("/").map(encodeURIComponent).join("/").replaceAll("%21", "!");
    const newest = await client.json(`${path}/@latest`);
    const latest = textField(newest, "Version");
    const file = latest === undefined ? "" : ((await client.text(`${path}/@v/${inPath(latest)}.mod`)) ?? "");
    const marks = marksOf(file);
    const versions: Record<string, RegistryVersion> = {};
    if (latest !== undefined) versions[latest] = versionOf({ published: textField(newest, "Time"), deprecated: marks.deprecated });
    for (const version of wanted) {
      const info = version === latest ? newest : await client.json(`${path}/@v/${inPath(version)}.info`);
      if (info === undefined) continue;
      const texts = await textsOf(`${path}/@v/${inPath(version)}.zip`, client);
      const withdrawn = marks.retracted(version);
      versions[version] = versionOf({ published: textField(info, "Time"), texts, deprecated: marks.deprecated, withdrawn });
    }
    if (Object.keys(versions).length === 0) return undefined;
    return { versions, ...(latest === undefined ? {} : { latest }) };
  },
};

function inPath(version: string): string {
  return encodeURIComponent(escapedModule(version)).replaceAll("%21", "!").replaceAll("%2B", "+");
}

async function textsOf(path: string, client: RegistryClient): Promise<readonly LicenseText[]> {
  const archive = await client.get(path, { limit: LARGEST_MODULE });
  if (!archive) return [];
  const { identifyTexts } = await import("../../packages/identify-texts.ts");
  return identifyTexts([...readZip(archive.body, isModuleLicense)].map(({ name, content }) => ({ path: name, bytes: content })));
}

interface Marks {
  readonly deprecated: boolean;
  readonly retracted: (version: string) => boolean;
}

/** A go.mod with more text than this is none. */
const LONGEST_FILE = 100_000;

/** The newest go.mod speaks for all versions: a paragraph before `module` that begins with "Deprecated:", and `retract` lines. */
function marksOf(file: string): Marks {
  const lines = file.slice(0, LONGEST_FILE).split(/\r?\n/);
  const module = lines.findIndex((line) => /^module\s/.test(line));
  let first = module;
  while (first > 0 && lines[first - 1]?.startsWith("//")) first -= 1;
  const deprecated = lines.slice(Math.max(0, first), module + 1).some((line) => /\/\/\s*Deprecated:/.test(line));
  const ranges = retractedIn(lines);
  const retracted = (version: string) =>
    ranges.some(
      ([low, high]) => (compareVersions("golang", version, low) ?? -1) >= 0 && (compareVersions("golang", version, high) ?? 1) <= 0,
    );
  return { deprecated, retracted };
}

/** `retract v1.0.0`, `retract [v1.0.0, v1.2.0]`, and blocks of either. */
function retractedIn(lines: readonly string[]): (readonly [low: string, high: string])[] {
  const ranges: (readonly [string, string])[] = [];
  let block = false;
  for (const line of lines) {
    const text = line.replace(/\/\/.*/, "").trim();
    if (/^retract\s*\($/.test(text)) block = true;
    else if (block && text === ")") block = false;
    else if (block || /^retract\s/.test(text)) {
      const [low, high = low] = text.match(/v\d[^\s,\]]*/g) ?? [];
      if (low !== undefined && high !== undefined) ranges.push([low, high]);
    }
  }
  return ranges;
}
