// A process of its own, so that its memory is that of reading alone: reads one SBOM to the inventory's merged component list and prints what it took as JSON.
import { readFileSync } from "node:fs";
import { fileBytes, readSbomManifest } from "#facts";
import { mergeReadings } from "../../src/facts/inventory/merge.ts";

const [path = "", how = "stream"] = process.argv.slice(2);
const started = performance.now();
let components = 0;
if (how === "parse") components = (JSON.parse(readFileSync(path, "utf8")) as { components: unknown[] }).components.length;
else {
  const reading = await readSbomManifest(fileBytes(path), path);
  components = mergeReadings("bench", [{ path, format: reading.format, kind: "sbom", reading }], []).components.length;
}
const seconds = (performance.now() - started) / 1000;
process.stdout.write(JSON.stringify({ components, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
