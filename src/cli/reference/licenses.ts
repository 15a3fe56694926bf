// docs/reference/licenses.md: what we know of each licence, where from and how sure.
import { exceptionGroups, knowledgeOf, knowledgeVersion, licenseProperties, propertySources } from "#facts";
import { exceptionIdList, licenseIds, strengths } from "#kit";

export function licenseReference(): string {
  const all = licenseIds("active").map((id) => knowledgeOf(id));
  const counts = strengths.map((strength) => [strength, all.filter((one) => one.strength === strength).length] as const);
  return [
    "# Licences\n",
    `*Made from \`src/facts/licenses/knowledge\`, version ${knowledgeVersion}; do not edit.* Facts, not verdicts, and not legal advice.\n`,
    "Strength says how far the copyleft reaches. What an organisation allows stands in its `licenses.yaml`; its categories change verdicts, never this page.",
    "Where we differ from published lists, with the reason: [DIFFERENCES.md](../../src/facts/licenses/knowledge/DIFFERENCES.md).\n",
    table(
      ["strength", "licences"],
      counts.filter(([, count]) => count > 0).map(([strength, count]) => [strength, String(count)]),
    ),
    "## Properties\n",
    table(
      ["property", "means"],
      Object.entries(licenseProperties).map(([name, meaning]) => [`\`${name}\``, meaning]),
    ),
    "A letter behind a property says where we know it from:\n",
    table(
      ["letter", "from", "confidence", "means"],
      Object.entries(propertySources).map(([name, { confidence, meaning }]) => [letter(name), name, `${confidence}`, meaning]),
    ),
    `## ${all.length} licences\n`,
    table(
      ["id", "strength", "from", "confidence", "OSI", "over a network", "properties"],
      all.map((one) => [
        `\`${one.id}\``,
        one.strength,
        one.source,
        `${one.confidence}`,
        one.osiApproved ? "yes" : "",
        one.networkTrigger ?? "",
        one.grounds.map(({ property, source }) => `${property} (${letter(source)})`).join(", "),
      ]),
    ),
    "## Deprecated ids\n",
    "A deprecated id knows what its successor knows.\n",
    table(
      ["id", "strength"],
      licenseIds("deprecated").map((id) => [`\`${id}\``, knowledgeOf(id).strength]),
    ),
    `## ${exceptionIdList().length} exceptions\n`,
    "An exception only ever grants more. One that is not listed here leaves the licence as strong as it is.\n",
    table(
      ["a strong or network copyleft becomes", "adds", "why", "exceptions"],
      exceptionGroups.map(({ lowersTo, adds = [], why, ids }) => [lowersTo ?? "stays", adds.join(", "), why, ids.replaceAll(" ", ", ")]),
    ),
  ].join("\n");
}

function letter(source: string): string {
  return source.slice(0, 1);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return `${[line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n")}\n`;
}
