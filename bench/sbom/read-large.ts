// A process of its own, so that its memory is that of reading alone: reads one SBOM to a merged component list and prints what it took as JSON.
import { readFileSync } from "node:fs";
import { fileBytes, readSbomManifest } from "#facts";
import { formatPurl } from "#kit";

const [path = "", how = "stream"] = process.argv.slice(2);
const started = performance.now();
let components = 0;
let edges = 0;
if (how === "parse") components = (JSON.parse(readFileSync(path, "utf8")) as { components: unknown[] }).components.length;
else {
  const { packages } = await readSbomManifest(fileBytes(path), path);
  const merged = new Map<string, { readonly licenses: Set<string>; occurrences: number }>();
  for (const item of packages) {
    const purl = formatPurl(item);
    const known = merged.get(purl) ?? { licenses: new Set(), occurrences: 0 };
    merged.set(purl, known);
    known.occurrences++;
    if (item.license !== undefined) known.licenses.add(item.license);
    edges += item.dependsOn?.length ?? 0;
  }
  components = merged.size;
}
const seconds = (performance.now() - started) / 1000;
process.stdout.write(JSON.stringify({ components, edges, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
