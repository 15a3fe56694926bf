// Facts of the organisation, its products and deliverables: read from its own program.
import { type FactNamespace, fact, signal } from "./types.ts";

const program = "the program's documents";
const everywhere = ["organization", "product", "repository", "usage", "contribution", "release", "delivery", "upstream"] as const;

export const organization: FactNamespace = {
  name: "organization",
  about: everywhere,
  facts: {
    id: fact("string", "Its id.", program),
    name: fact("string", "Its name.", program),
    domains: fact("strings", "Mail domains that are ours.", program),
    forges: fact("strings", "Organisations on forges that are ours: `github.com/name`.", program),
    models: fact("strings", "Business models of its products, each once.", program),
    products: fact("int", "Number of products.", program, { unit: "products" }),
    productsWithoutOwner: fact("strings", "Products that nobody owns.", program),
    productsWithoutInventory: fact("strings", "Products in which no component was found.", "inventory"),
    repositoriesWithoutProduct: fact("strings", "Repositories that belong to no product.", program),
    executives: fact("int", "People named as executives.", program, { unit: "people" }),
    boards: fact("int", "Number of boards.", program, { unit: "boards" }),
    teamsWithoutLead: fact("strings", "Teams that nobody leads.", program),
    hasLegal: fact("bool", "A team `legal` with a lead or a deputy.", program),
    hasSecurity: fact("bool", "A team `security` with a lead or a deputy.", program),
    hasStrategy: fact("bool", "There is a strategy.", program),
    strategyState: fact(
      { oneOf: ["draft", "consultation", "approved", "in-force", "review-due", "superseded"] },
      "State of the strategy.",
      program,
    ),
    strategySponsor: fact("bool", "An executive answers for the strategy.", program),
    strategyWords: fact("int", "Length of the strategy's prose in its first language.", program, { unit: "words" }),
    strategyReviewDays: fact("int", "Days until the strategy's review; negative when overdue.", program, { unit: "days" }),
    objectives: fact("int", "Number of objectives.", program, { unit: "objectives" }),
    objectivesWithoutActivity: fact("strings", "Objectives that no activity serves.", program),
    objectivesWithoutKeyResult: fact("strings", "Objectives that nothing measures.", program),
    activitiesWithoutObjective: fact("strings", "Activities that serve no objective.", program),
    activitiesWithoutOwner: fact("strings", "Activities that nobody owns.", program),
    areasWithoutPolicy: fact("strings", "Policy areas without a document.", program),
    policiesInForce: fact("int", "Policies in force, of seven areas.", program, { unit: "policies" }),
    policiesWithoutOwner: fact("strings", "Policies that nobody owns.", program),
    policiesWithoutApprover: fact("strings", "Policies in force that no executive approved.", program),
    policiesWithoutActivity: fact("strings", "Policies that serve no activity.", program),
    policiesOverdue: fact("strings", "Policies whose review date has passed.", program),
    rulesWithoutExamples: fact("int", "Rules that show no example.", program, { unit: "rules" }),
    waiversExpired: fact("int", "Waivers whose date has passed.", "licenses.yaml and records", { unit: "waivers" }),
    structureBeforeStrategy: fact(
      "bool",
      "Boards or executives are named while no strategy is approved or in force, or a board or team is older than the strategy: by `since`, else by the history of the documents.",
      program,
    ),
    trustedSources: fact("strings", "Registries and suppliers that are trusted.", "registers/catalogue.yaml", { needs: "registers" }),
    memberships: fact("int", "Foundation memberships.", "registers/memberships.yaml", { unit: "memberships", needs: "registers" }),
    membershipsWithoutOwner: fact("strings", "Memberships without an owner or a business case.", "registers/memberships.yaml", {
      needs: "registers",
    }),
    collaborations: fact("int", "Joint projects with others.", "registers/collaborations.yaml", { needs: "registers" }),
    trainedShare: fact("double", "Share of people with evidence of competence.", "registers/training.yaml", {
      unit: "share",
      needs: "registers",
    }),
    acknowledgedShare: fact("double", "Share of people who acknowledged the policies in force.", "records", {
      unit: "share",
      needs: "person",
    }),
    executiveReportDays: fact("int", "Days since the last executive report was sent.", "records", { unit: "days", needs: "cases" }),
    decisionsOverdue: fact("int", "Executive decisions past their date.", "cases on record", { unit: "decisions", needs: "cases" }),
    conformanceDays: fact("int", "Days until the OpenChain affirmation (18 months) runs out.", "records", { unit: "days", needs: "cases" }),
    inquiriesOverdue: fact("int", "Inquiries from outside past their answer date.", "cases", { needs: "cases" }),
  },
};

export const product: FactNamespace = {
  name: "product",
  about: ["product", "usage", "release", "delivery"],
  facts: {
    id: fact("string", "Its id.", program),
    unit: fact("string", "Unit that it belongs to.", program),
    owner: fact("string", "Team that owns it, empty where none does.", program),
    ownerReachable: fact("bool", "Its owning team has a lead or a deputy.", program),
    criticality: fact({ oneOf: ["low", "medium", "high", "critical", "unknown"] }, "How much depends on it.", program),
    models: fact({ listOf: ["consumption", "licensing", "hosting", "support", "open-core", "other"] }, "Its business models.", program),
    differentiation: fact(
      { oneOf: ["differentiator", "supporting", "commodity", "unknown"] },
      "Whether it sets the organisation apart.",
      program,
    ),
    distributions: fact(
      { listOf: ["internal", "hosted", "browser", "distributed", "embedded", "source"] },
      "How its deliverables reach people.",
      program,
    ),
    openCoreBoundary: fact("bool", "The boundary of its open core is written down.", program),
    openCoreRisks: fact("int", "Risks that its business profile names for the open core.", program, { unit: "risks" }),
    maintainedProjects: signal(
      "int",
      "Its repositories that are open and took a commit in the last 365 days; absent where the history of an open one is not known.",
      "files, origin, git history",
      { unit: "repositories" },
    ),
    repositories: fact("int", "Repositories that it is made from, of those found.", program, { unit: "repositories" }),
    missingRepositories: fact("strings", "Repository patterns that match nothing.", program),
    components: fact("int", "Third-party components in it.", "inventory", { unit: "components" }),
    unknownLicenseShare: fact("double", "Share of its components whose licence is not known.", "inventory", { unit: "share" }),
    unpinnedShare: fact("double", "Share of its components that no file pins.", "inventory", { unit: "share" }),
    networkCopyleft: fact("int", "Components under a network copyleft licence, other branches not counted.", "inventory", {
      unit: "components",
    }),
    openSourceShare: fact("double", "Open source share by code size.", "git and packages", { unit: "share", needs: "measures" }),
    deliveryLevel: signal(
      { oneOf: ["low", "medium", "high", "elite"] },
      "Delivery performance (the DORA keys): the worst of the known levels, of three or more; absent with fewer.",
      "measures (deployments, incidents, release tags)",
    ),
    inboundRights: fact("bool", "Contributions come with the right to relicense (CLA or sole copyright).", "registers/agreements.yaml", {
      needs: "registers",
    }),
    supportUntil: fact("timestamp", "End of its support period.", "product records", { needs: "cases" }),
    craRole: fact({ oneOf: ["manufacturer", "steward", "neither"] }, "Role under the EU Cyber Resilience Act.", "determination on record", {
      needs: "cases",
    }),
    alternativesInvestigated: fact(
      "bool",
      "Open source alternatives were looked at before it was built or bought.",
      "registers/catalogue.yaml",
      { needs: "registers" },
    ),
    approvedAlternatives: fact(
      "strings",
      "Approved components that do what it does, by what the catalogue says that they replace; those that it uses already left out.",
      "registers/catalogue.yaml",
      { needs: "registers" },
    ),
  },
};

export const deliverable: FactNamespace = {
  name: "deliverable",
  about: ["usage", "release"],
  facts: {
    id: fact("string", "Its id within the product.", program),
    kind: fact("string", "browser, app, backend, library, device, …; empty where not said.", program),
    distribution: fact(
      { oneOf: ["internal", "hosted", "browser", "distributed", "embedded", "source"] },
      "How it reaches people: decides what licences ask.",
      program,
    ),
  },
};
