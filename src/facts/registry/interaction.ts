// Facts of what goes out and comes in: contributions, upstream projects, releases, supplier deliveries. Later issues fill them.
import { strengths } from "#kit";
import { type FactNamespace, fact, signal } from "./types.ts";

const cases = { needs: "cases" } as const;
const clones = { needs: "upstream" } as const;
const supply = { needs: "supplier" } as const;

export const contribution: FactNamespace = {
  name: "contribution",
  about: ["contribution"],
  facts: {
    kind: fact(
      { oneOf: ["code", "documentation", "issue", "review", "translation", "governance"] },
      "What is contributed.",
      "request",
      cases,
    ),
    person: fact("string", "Who contributes, by id.", "request", cases),
    identity: fact({ oneOf: ["ours", "private", "unknown"] }, "Whose address its commits carry.", "commits and mail domains", cases),
    signedOff: fact("double", "Share of its commits with a matching sign-off.", "DCO app", { unit: "share", ...cases }),
    lines: fact("int", "Lines added and removed.", "patch", { unit: "lines", ...cases }),
    secrets: signal("int", "Likely secrets in the patch.", "secret rules", { unit: "findings", ...cases }),
    inWorkingTime: fact("bool", "It is made in working time or for work.", "request", cases),
    personalProject: fact("bool", "To a project of the contributor's own.", "request", cases),
    agreementSigned: fact("bool", "The agreement that the project asks for covers this person.", "registers/agreements.yaml", {
      needs: "registers",
    }),
  },
};

export const upstream: FactNamespace = {
  name: "upstream",
  about: ["contribution", "upstream"],
  facts: {
    project: fact("string", "purl without version, or repository address.", "strategy, request"),
    "license.id": fact("string", "SPDX expression of its licence.", "clone or request", clones),
    "license.strength": fact({ oneOf: strengths }, "Strength of its licence.", "licence knowledge", clones),
    agreement: fact({ oneOf: ["none", "dco", "required"] }, "What it asks contributors to sign.", "clone or request", clones),
    criticality: fact(
      { oneOf: ["low", "medium", "high", "critical", "unknown"] },
      "How much depends on it with us: the most critical product that uses it.",
      "inventory and organization.yaml",
    ),
    products: fact("int", "Products of ours that use it.", "inventory", { unit: "products" }),
    uses: fact("int", "Uses of it in our products.", "inventory", { unit: "uses" }),
    scorecard: fact("double", "Its overall score, 0 to 10.", "imported OpenSSF Scorecard", { needs: "imports" }),
    wanted: fact(
      { oneOf: ["consumer", "participant", "contributor", "leader"] },
      "The rung that the strategy wants; consumer where it names none.",
      "strategy.md",
    ),
    rung: fact(
      { oneOf: ["consumer", "participant", "contributor", "leader"] },
      "The rung on which we stand, by what its history shows of us: leader, contributor (five commits or more in 365 days), participant (any, ever), consumer.",
      "upstream history",
      clones,
    ),
    ourShare: fact("double", "Our share of its commits in 365 days.", "upstream history", { unit: "share", ...clones }),
    maintainersOfOurs: fact(
      "int",
      "Our people who bring in the work of others, or whom its MAINTAINERS or CODEOWNERS names.",
      "upstream history",
      { unit: "people", ...clones },
    ),
    absenceFactor: fact("int", "Fewest people who make half of its commits.", "CHAOSS contributor absence factor", {
      unit: "people",
      ...clones,
    }),
    elephantFactor: fact("int", "Fewest organisations that make half of its commits.", "CHAOSS elephant factor", {
      unit: "organisations",
      ...clones,
    }),
    daysSinceRelease: fact("int", "Days since its last release.", "upstream history", { unit: "days", ...clones }),
    archived: fact("bool", "It is archived.", "forge", { needs: "forge" }),
    networkClause: fact("bool", "Its licence has a network clause.", "licence knowledge", clones),
  },
};

export const release: FactNamespace = {
  name: "release",
  about: ["release"],
  facts: {
    version: fact("string", "Its version.", "release records"),
    state: fact({ oneOf: ["planned", "frozen", "resolved", "made", "verified", "shipped", "archived"] }, "Its state.", "release records"),
    artifacts: fact(
      { records: { kind: "string", verified: "bool" } },
      "What was made for it: notices, sbom, offer, sources.",
      "release records",
    ),
    obligationsOpen: fact(
      "int",
      "Obligations that nobody has fulfilled; those of components without a known licence are not among them.",
      "licence knowledge, uses and records",
      { unit: "obligations", licensor: true },
    ),
    unknownLicenses: fact("int", "Components without a known licence in it.", "inventory", { unit: "components" }),
    findingsOpen: fact("int", "Findings that denied it at its last step.", "release records", { unit: "findings" }),
    sourcesArchived: fact("bool", "The source of what it holds is archived.", "release records"),
  },
};

const register = "registers/suppliers.yaml";
const deliveries = "records of deliveries";

export const supplier: FactNamespace = {
  name: "supplier",
  about: ["delivery"],
  facts: {
    id: fact("string", "Its id.", register),
    riskTier: fact({ oneOf: ["low", "medium", "high"] }, "Tier that decides clauses and questions.", register),
    openChainDays: fact("int", "Days since its OpenChain conformance was affirmed; it holds for eighteen months (548 days).", register, {
      unit: "days",
      ...supply,
    }),
    governanceReviewed: fact("bool", "How it handles open source was looked at.", register),
  },
};

export const delivery: FactNamespace = {
  name: "delivery",
  about: ["delivery"],
  facts: {
    kind: fact({ oneOf: ["cots", "sdk", "commissioned", "device", "saas"] }, "What was bought.", register),
    state: fact(
      { oneOf: ["none", "requested", "received", "validated", "gaps", "remediation", "accepted", "refused"] },
      "Where the delivery that counts stands; none where nothing was asked for and nothing came.",
      deliveries,
    ),
    version: fact("string", "Version of that delivery.", deliveries, supply),
    accepted: fact("bool", "It was accepted.", deliveries),
    renewalDays: fact("int", "Days until it is asked for anew, a year after it was accepted; negative when overdue.", deliveries, {
      unit: "days",
      onlyIf: "accepted",
      ...supply,
    }),
    sbomPresent: fact("bool", "A bill of materials came with it.", deliveries),
    sbomValid: fact("bool", "It has the minimum elements, and its licences can be read.", "NTIA minimum elements", {
      onlyIf: "sbomPresent",
      ...supply,
    }),
    gaps: fact("strings", "What the bill of materials or the declaration lacks, by code.", "NTIA minimum elements", {
      onlyIf: "openSourceDeclared",
      ...supply,
    }),
    openSourceDeclared: fact(
      "bool",
      "The supplier said which open source it holds: by a bill of materials, or by a declaration.",
      deliveries,
    ),
    holdsCode: fact("bool", "We hold its code in a repository that was scanned, and its bill of materials.", "register and scan"),
    declaredCoversScanned: fact(
      "bool",
      "What was declared covers what our own look at its code found, versions aside.",
      "bill of materials and scan",
      {
        onlyIf: "holdsCode",
        ...supply,
      },
    ),
    noticesDelivered: fact("bool", "Notices came with it.", register, supply),
    clausesMissing: fact(
      "strings",
      "Contract clauses that its tier asks for and the contract does not hold.",
      "registers/clauses.yaml",
      supply,
    ),
    supportDays: fact("int", "Days from the end of our need to the end of its support; negative when support ends earlier.", register, {
      unit: "days",
      ...supply,
    }),
    commissioned: fact("bool", "It was made for us.", register),
    upstreamFirst: fact("bool", "Commissioned work goes upstream first.", "contract", { onlyIf: "commissioned", ...supply }),
    craClass: fact(
      { oneOf: ["default", "important-1", "important-2", "critical", "outside"] },
      "Class under the Cyber Resilience Act, as the supplier says.",
      "Regulation (EU) 2024/2847, Articles 6 to 8",
      supply,
    ),
    craRoute: fact(
      { oneOf: ["self-assessment", "type-examination", "quality-assurance", "certification", "none"] },
      "How its conformity was assessed.",
      "Regulation (EU) 2024/2847, Article 32",
      supply,
    ),
    worst: fact(
      { oneOf: ["allow", "warn", "review", "deny"] },
      "Worst answer of the usage rules over its components.",
      "bill of materials and policies",
      {
        onlyIf: "openSourceDeclared",
        ...supply,
      },
    ),
  },
};

export const registers: FactNamespace = {
  name: "registers",
  about: ["organization", "product", "repository", "usage", "contribution", "release", "delivery", "upstream"],
  facts: {
    catalogue: fact("int", "Entries of the catalogue.", "registers/catalogue.yaml", { unit: "entries", needs: "registers" }),
    owners: fact("int", "Components with an owner.", "registers/owners.yaml", { unit: "components", needs: "registers" }),
    forks: fact("int", "Forks that we carry.", "registers/forks.yaml", { unit: "forks", needs: "registers" }),
    forksWithoutPlan: fact("strings", "Forks without a plan to merge back or a review date ahead.", "registers/forks.yaml", {
      needs: "registers",
    }),
    agreements: fact(
      "agreements",
      "Contributor agreements: `covers(person, upstream)` says whether one is signed.",
      "registers/agreements.yaml",
      {
        needs: "registers",
      },
    ),
    agreementsOnFile: fact("int", "Contributor agreements on file.", "registers/agreements.yaml", {
      unit: "agreements",
      needs: "registers",
    }),
    training: fact("int", "Trainings on record.", "registers/training.yaml", { unit: "trainings", needs: "registers" }),
    events: fact("int", "Events on record.", "registers/events.yaml", { unit: "events", needs: "registers" }),
  },
};
