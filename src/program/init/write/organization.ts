// organization.yaml from a proposal, with every field explained.
import type { Language, LocalText } from "../../model.ts";
import type { PackDocument } from "../../schema/other.ts";
import type { Proposal, ProposedDeliverable, ProposedProduct } from "../found.ts";
import type { ProposedBusiness } from "../business/propose-models.ts";
import { businessText } from "./business.ts";
import { reasonIn } from "./reasons.ts";
import { anyScalar, comment, flowList, flowMap, scalar } from "./yaml-text.ts";
import type { InitWords } from "./words.ts";

export interface OrganizationInput {
  readonly name: string;
  /** `starter@1`, or what the pack extends itself where it was copied. */
  readonly extends: readonly string[];
  readonly languages: readonly Language[];
  readonly domains: readonly string[];
  readonly forges: readonly string[];
  readonly executives: readonly string[];
  readonly business?: ProposedBusiness;
  readonly proposal: Proposal;
  /** Packs whose teams and parameters the organisation should know; the nearest first. */
  readonly packs: readonly PackDocument[];
  /** The pack was copied: its parameters must be set, since nothing else declares them. */
  readonly copied: boolean;
}

export function organizationText(input: OrganizationInput, words: InitWords): string {
  const language = input.languages[0] ?? "en";
  return [
    "schema: allmend.organization/1\n",
    `${comment(words.organization)}organization: ${scalar(input.name)}\n`,
    input.extends.length > 0
      ? `${comment(words.extends)}extends: ${input.extends.length === 1 ? input.extends[0] : flowList(input.extends)}\n`
      : "",
    `${comment(words.languages)}languages: ${flowList(input.languages)}\n`,
    listOrExample("domains", input.domains, "example.org", words.domains),
    listOrExample("forges", input.forges, "github.com/example", words.forges),
    unitsText(input.proposal, words),
    teamsText(input, language, words),
    listOrExample("executives", input.executives, "ceo", words.executives),
    `${comment(words.boards)}# boards:\n#   review-board: { name: ${language === "de" ? "Prüfgremium" : "Review board"}, lanes: { legal: 1, security: 1, engineering: 1 }, quorum: 2 }\n`,
    businessText(input.business, language, words),
    productsText(input, language, words),
    parametersText(input, language, words),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function listOrExample(key: string, values: readonly string[], example: string, explanation: string): string {
  return `${comment(explanation)}${values.length > 0 ? `${key}: ${flowList(values)}` : `# ${key}: [${example}]`}\n`;
}

function unitsText({ units }: Proposal, words: InitWords): string {
  if (units.length === 0) return `${comment(words.units)}# units:\n#   - { id: claims, name: Claims }\n`;
  return `${comment(words.units)}units:\n${units.map((unit) => `  - ${flowMap({ id: unit.id, name: unit.name })}\n`).join("")}`;
}

function teamsText({ proposal, packs }: OrganizationInput, language: Language, words: InitWords): string {
  const lines = new Map<string, string>();
  for (const pack of packs) {
    for (const [id, does] of Object.entries(pack.teams ?? {}))
      if (!lines.has(id)) lines.set(id, teamLine(id, undefined, textIn(does, language)));
  }
  const units = new Set(proposal.units.map(({ id }) => id));
  for (const team of proposal.teams) {
    const unit = team.unit !== undefined && units.has(team.unit) ? team.unit : undefined;
    if (!lines.has(team.id)) lines.set(team.id, teamLine(team.id, unit, `${words.unknownTeam} ${reasonIn(language, team.because)}`));
  }
  return `${comment(words.teams)}${lines.size === 0 ? "teams: {}\n" : `teams:\n${[...lines.values()].join("")}`}`;
}

function teamLine(id: string, unit: string | undefined, because: string): string {
  return `  ${scalar(id)}: ${flowMap({ lead: "none", unit })} # ${because.replace(/\s+/g, " ")}\n`;
}

function textIn(text: string | LocalText, language: Language): string {
  return typeof text === "string" ? text : (text[language] ?? Object.values(text)[0] ?? "");
}

function productsText({ proposal, packs }: OrganizationInput, language: Language, words: InitWords): string {
  const teams = new Set([...proposal.teams.map(({ id }) => id), ...packs.flatMap((pack) => Object.keys(pack.teams ?? {}))]);
  const units = new Set(proposal.units.map(({ id }) => id));
  const left = proposal.leftOut.map(({ repository }) => repository);
  const note = left.length > 0 ? comment(`${words.leftOut} ${left.join(", ")}`) : "";
  if (proposal.products.length === 0) {
    const example =
      "# products:\n#   - id: portal\n#     owner: engineering\n#     deliverables:\n#       - { id: web, distribution: browser, repositories: [portal-*] }\n";
    return `${comment(words.products)}${note}${comment(words.productExample)}${example}`;
  }
  return `${comment(words.products)}${note}products:\n${proposal.products.map((product) => productText(product, teams, units, language)).join("")}`;
}

function productText(product: ProposedProduct, teams: ReadonlySet<string>, units: ReadonlySet<string>, language: Language): string {
  const { id, name, unit, owner, criticality, models, because } = product;
  const known = criticality !== undefined && criticality !== "unknown";
  const lines = [
    `  - id: ${scalar(id)}`,
    name === undefined ? undefined : `    name: ${scalar(name)}`,
    unit !== undefined && units.has(unit) ? `    unit: ${scalar(unit)}` : undefined,
    owner !== undefined && teams.has(owner) ? `    owner: ${scalar(owner)}` : "    # owner: team-id",
    known ? `    criticality: ${criticality}` : "    # criticality: medium",
    `    models: ${flowList(models.length > 0 ? models : ["consumption"])}`,
    "    deliverables:",
    ...product.deliverables.map((deliverable) => deliverableLine(deliverable, language)),
  ];
  return `${comment(reasonIn(language, because), "  ")}${lines.flatMap((line) => (line === undefined ? [] : `${line}\n`)).join("")}`;
}

function deliverableLine({ id, kind, distribution, repositories, because }: ProposedDeliverable, language: Language): string {
  const entries = { id, kind: kind === id ? undefined : kind, distribution, repositories: repositories.map(asGlob) };
  return `      - ${flowMap(entries)} # ${because
    .map((reason) => reasonIn(language, reason))
    .join("; ")
    .replace(/\s+/g, " ")}`;
}

/** A repository's name as a glob that means it: signs that globs use stand for any sign. */
function asGlob(repository: string): string {
  return repository.replace(/[[\]{}()!?\\]/g, "?").trim();
}

function parametersText({ name: organization, packs, copied }: OrganizationInput, language: Language, words: InitWords): string {
  const declared = new Map(packs.toReversed().flatMap((pack) => Object.entries(pack.parameters ?? {})));
  if (declared.size === 0) return "";
  const mark = copied ? "" : "# ";
  const lines = [...declared].map(
    ([name, { default: value, description }]) =>
      `${comment(textIn(description, language), "  ")}  ${mark}${scalar(name)}: ${anyScalar(typeof value === "string" ? value.replaceAll("${organization}", organization) : value)}\n`,
  );
  return `${comment(words.parameters)}${copied ? "" : "# "}parameters:\n${lines.join("")}`;
}
