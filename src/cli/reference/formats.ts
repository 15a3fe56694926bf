// docs/reference/formats.md: which files the inventory reads.
import { lockfileFormats } from "#facts";
import { sortBy } from "#kit";

export async function formatReference(): Promise<string> {
  const rows = sortBy(
    await lockfileFormats(),
    (format) => format.ecosystem,
    (format) => format.id,
  ).map((format) => `| ${format.ecosystem} | \`${format.id}\` | ${format.kind} |`);
  return `# Formats\n\n*Made from \`src/facts/lockfiles/registry.ts\`; do not edit.*\n\nA lockfile pins; a manifest asks. Where both lie together the lockfile answers, and the manifest says what is ours.\nSBOMs: CycloneDX 1.0–1.7 (JSON, XML), SPDX 2.2 and 2.3 (JSON, tag-value, YAML), SPDX 3.0 (JSON-LD).\n\n| ecosystem | format | kind |\n|---|---|---|\n${rows.join("\n")}\n`;
}
