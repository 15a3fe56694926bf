// Facts of one use of one component in one deliverable of one product.
import { strengths } from "#kit";
import { compatibilityReasons } from "../licenses/compatibility/types.ts";
import { type FactNamespace, fact, signal } from "./types.ts";

const inventory = "inventory (lockfiles, manifests, SBOMs)";
const knowledge = "shipped licence knowledge and the organisation's licenses.yaml";

export const license: FactNamespace = {
  name: "license",
  about: ["usage"],
  facts: {
    id: fact("string", "SPDX id of the atom that is judged; `X WITH Y` is one atom; NONE and NOASSERTION as in SPDX.", "SPDX 2.3 Annex D"),
    strength: fact({ oneOf: strengths }, "How strongly it asks that changes or combined works are passed on under it.", knowledge),
    osiApproved: fact("bool", "On the list of the Open Source Initiative.", "spdx-license-ids, spdx-license-list"),
    deprecated: fact("bool", "Deprecated as an SPDX id (its successor is judged).", "spdx-license-ids"),
    properties: fact(
      "strings",
      "network-clause, non-commercial, no-derivatives, patent-grant, notice, source-offer, change-notes, advertising, trademark, …",
      knowledge,
    ),
    confidence: fact("double", "How sure the knowledge of this licence is, 0 to 1.", knowledge, { unit: "share" }),
  },
};

export const component: FactNamespace = {
  name: "component",
  about: ["usage"],
  facts: {
    purl: fact("string", "Package URL with version.", "purl specification"),
    type: fact("string", "purl type: npm, pypi, maven, golang, cargo, nuget, githubactions, docker, …", "purl specification"),
    namespace: fact("string", "purl namespace, empty where there is none.", "purl specification"),
    name: fact("string", "Name without namespace.", inventory),
    version: fact("string", "Version in use, empty where no file pins one.", inventory),
    license: fact(
      "string",
      "The whole expression that is judged, normalised; NONE where the author says that there is no licence.",
      inventory,
    ),
    licenseNotion: fact({ oneOf: ["declared", "detected", "concluded", "none"] }, "Where that expression comes from.", inventory),
    pinned: fact("bool", "Every file that names it pins an exact version.", inventory),
    source: fact({ oneOf: ["registry", "git", "url", "path"] }, "Where it is fetched from.", inventory),
    prerelease: fact("bool", "Its version is a pre-release by its ecosystem's order.", inventory),
    zeroVersion: fact("bool", "Its major version is 0.", inventory),
    integrity: fact("bool", "A checksum is recorded for it.", inventory),
    versionsInUse: fact("int", "How many different versions of it the organisation uses.", inventory, { unit: "versions" }),
    products: fact("int", "How many products use it.", inventory, { unit: "products" }),
    deprecated: fact("bool", "Its maintainers marked this version as deprecated.", "package registry", { needs: "package-index" }),
    withdrawn: fact(
      "bool",
      "This version was taken back (yanked, unlisted, retracted): nothing new may build on it.",
      "package registry (PyPI, crates.io, NuGet, Go)",
      { needs: "package-index" },
    ),
    latest: fact("string", "Its newest stable version at the moment of the run.", "package registry", { needs: "package-index" }),
    versionDays: fact("int", "Days since the version in use was published.", "package registry", { unit: "days", needs: "package-index" }),
    latestDays: fact("int", "Days since its newest stable version was published.", "package registry", {
      unit: "days",
      needs: "package-index",
    }),
    maintainers: fact("int", "Accounts that may publish it.", "package registry (npm)", { unit: "accounts", needs: "package-index" }),
    archived: fact("bool", "Its repository is archived.", "forge", { needs: "forge" }),
    endOfLife: fact("bool", "Its release line has ended: nobody mends it any more.", "imported endoflife.date", { needs: "imports" }),
    endOfLifeDays: fact("int", "Days until its release line ends, negative after that.", "imported endoflife.date", {
      unit: "days",
      needs: "imports",
    }),
    libyears: fact("double", "Years from the version in use to the newest stable one, never negative.", "CHAOSS libyears; registry", {
      unit: "years",
      needs: "package-index",
    }),
    exploited: fact(
      "bool",
      "A vulnerability in this version is known to be exploited, and nobody set it aside.",
      "imported vulnerability data",
      {
        needs: "vulnerabilities",
      },
    ),
    severity: fact(
      { oneOf: ["none", "low", "medium", "high", "critical"] },
      "Worst severity of its known vulnerabilities that nobody set aside.",
      "imported vulnerability data",
      {
        needs: "vulnerabilities",
      },
    ),
    fixedVersion: fact(
      "string",
      "First version without its known vulnerabilities: its own where there are none, empty where no version is known to be free of them.",
      "imported vulnerability data",
      { needs: "vulnerabilities" },
    ),
    vulnerabilities: fact("strings", "Ids of its known vulnerabilities that nobody set aside.", "imported vulnerability data", {
      needs: "vulnerabilities",
    }),
    scorecard: fact(
      "double",
      "Overall score of its project, 0 to 10; known where its package URL names the repository.",
      "imported OpenSSF Scorecard",
      { needs: "imports" },
    ),
    licenseDiffers: fact(
      "bool",
      "The licence texts beside the package say something else than what is declared, or than what a curation concluded; what a text cannot tell apart is no difference.",
      "licence texts of installed and cached packages",
      { needs: "installed" },
    ),
    owner: fact("string", "Who answers for it with us.", "registers/owners.yaml", { needs: "registers" }),
    catalogue: fact(
      { oneOf: ["known", "candidate", "approved", "hold", "avoid"] },
      "Its state in the catalogue.",
      "registers/catalogue.yaml",
      { needs: "registers" },
    ),
    evaluatedDays: fact("int", "Days since its last evaluation.", "registers/catalogue.yaml", { unit: "days", needs: "registers" }),
    forked: fact("bool", "We carry changes of our own to it.", "registers/forks.yaml", { needs: "registers" }),
    supportPlan: fact({ oneOf: ["internal", "community", "aggregator", "vendor", "none"] }, "Who supports it.", "registers/support.yaml", {
      needs: "registers",
    }),
    approved: fact("bool", "A decision names this component, version and usage.", "cases and records", { needs: "cases" }),
    singleVendor: signal("bool", "One organisation makes nearly all of it and takes copyright assignment.", "upstream history", {
      needs: "upstream",
    }),
    absenceFactor: fact("int", "Fewest people who make half of its commits.", "CHAOSS contributor absence factor", {
      unit: "people",
      needs: "upstream",
    }),
  },
};

export const use: FactNamespace = {
  name: "use",
  about: ["usage"],
  facts: {
    scope: fact({ oneOf: ["production", "development", "optional"] }, "What it is needed for; production where several apply.", inventory),
    direct: fact("bool", "We ask for it by name; unknown where the file does not say.", inventory),
    depth: fact("int", "Steps from what we ask for: 1 is direct.", inventory, { unit: "steps" }),
    place: signal(
      { oneOf: ["product", "test", "example"] },
      "Whether the files that name it look like the product's own, like test data, or like examples and documentation; product where any does.",
      "folder names of the files that name it",
    ),
    modified: signal("bool", "We changed it. Assumed not, unless licenses.yaml (`uses`) says so.", "licenses.yaml, else no"),
    linkage: signal(
      { oneOf: ["static", "dynamic", "separate", "none"] },
      "How it is combined with our code.",
      "licenses.yaml (`uses`), else the ecosystem's default",
    ),
    manifests: fact("int", "How many files name it.", inventory, { unit: "files" }),
    format: fact("strings", "Formats of the files that name it.", inventory),
    path: fact("strings", "purls from what we ask for down to it.", inventory),
    compatible: fact(
      "bool",
      "Its licence goes together with the one under which we pass the repository on, in this use; unknown where nobody knows, our own licence included.",
      "licence knowledge, texts and published lists; an imported matrix",
    ),
    compatibility: fact(
      { oneOf: compatibilityReasons },
      "Why, whatever the answer is.",
      "licence knowledge, texts and published lists; an imported matrix",
    ),
    obligationsOpen: fact(
      "int",
      "Duties of its licence in this use that nobody has fulfilled; unknown where its licence, or what it asks, is not known.",
      "licence knowledge, use and records",
      { unit: "obligations", licensor: true },
    ),
  },
};
