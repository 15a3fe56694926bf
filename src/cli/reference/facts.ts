// docs/reference/facts.md: what rules may ask.
import { type FactType, factNamespaces } from "#facts";

export function factReference(): string {
  const parts = factNamespaces.map((namespace) => {
    const rows = Object.entries(namespace.facts).map(([name, fact]) => {
      const unit = fact.unit ? ` (${fact.unit})` : "";
      const needs = fact.needs ? `needs ${fact.needs}` : "collected";
      return `| \`${namespace.name}.${name}\` | ${typeText(fact.type)}${unit} | ${cell(fact.means)} | ${cell(fact.source)} | ${fact.assurance} | ${needs} |`;
    });
    return `## ${namespace.name}\n\nRules about: ${namespace.about.join(", ")}.\n\n| fact | type | means | source | assurance | today |\n|---|---|---|---|---|---|\n${rows.join("\n")}\n`;
  });
  return `# Facts\n\n*Made from \`src/facts/registry\`; do not edit.*\n\nWhat a rule's \`when\` may read. A fact that is missing is unknown: the rule then answers by its \`unknown\`. Besides these there are \`attested("id")\`, \`measure("id")\`, \`glob(text, pattern)\` and \`now\`.\n\n${parts.join("\n")}`;
}

function typeText(type: FactType): string {
  if (typeof type === "string") return type === "strings" ? "list of strings" : type;
  if ("oneOf" in type) return `one of ${type.oneOf.map((value) => `\`${value}\``).join(", ")}`;
  if ("listOf" in type) return `list of ${type.listOf.map((value) => `\`${value}\``).join(", ")}`;
  return `list of { ${Object.entries(type.records)
    .map(([name, kind]) => `${name}: ${kind}`)
    .join(", ")} }`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
