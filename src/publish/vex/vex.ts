// What we ourselves answered to vulnerabilities, for those who use our product: as OpenVEX and as CycloneDX VEX. Answers of others are theirs to publish.
import { createHash } from "node:crypto";
import { matchesPurl, parsePurlRange } from "#kit";
import type { ResultVulnerability, ScanResult } from "#scan";
import { ownStatements } from "./own-statements.ts";

type Answer = ResultVulnerability["affects"][number]["answers"][number];

/** One answer of ours about a product, or one component in it, under one vulnerability. */
interface Said {
  readonly vulnerability: Pick<ResultVulnerability, "id" | "aliases" | "severity" | "score" | "vector" | "url">;
  /** Absent where the product as a whole is meant. */
  readonly purl?: string;
  readonly answer: Answer;
}

/** Our latest answer for each component in a product: those that the run heard, and those that are on record since, or about what no imported file knows. */
function answersOf(result: ScanResult, product: string): Said[] {
  const latest = new Map<string, Said>();
  for (const said of [...heard(result, product), ...recorded(result, product)]) {
    const key = `${said.vulnerability.id}\n${said.purl ?? ""}`;
    if ((latest.get(key)?.answer.at ?? "") <= said.answer.at) latest.set(key, said);
  }
  return [...latest.values()];
}

function heard(result: ScanResult, product: string): Said[] {
  return result.vulnerabilities.flatMap((vulnerability) =>
    vulnerability.affects.flatMap((affect) => {
      const own = affect.answers.filter((answer) => answer.own === true && (answer.product === undefined || answer.product === product));
      const answer = own.findLast((one) => one.product === product) ?? own.at(-1);
      const purl = result.components[affect.component]?.purl;
      const used = result.uses.some((use) => use.component === affect.component && use.product === product);
      return answer && purl !== undefined && used ? [{ vulnerability, purl, answer }] : [];
    }),
  );
}

function recorded(result: ScanResult, product: string): Said[] {
  return ownStatements(result.program.records).flatMap(({ id, subjects, answer }) => {
    const known = result.vulnerabilities.find((one) => one.id === id || one.aliases.includes(id));
    const vulnerability = known ?? { id, aliases: [], severity: "unknown" as const };
    return subjects
      .filter((subject) => subject.product === undefined || subject.product === product)
      .flatMap(({ component }) => placesOf(component, known, result, product))
      .map((purl) => ({ vulnerability, answer, ...(purl === undefined ? {} : { purl }) }));
  });
}

/** Which components of the product are meant. One that is not in it is named as it stands: that it is not there is an answer, too. */
function placesOf(
  component: string | undefined,
  known: ResultVulnerability | undefined,
  result: ScanResult,
  product: string,
): (string | undefined)[] {
  const inside = new Set(result.uses.filter((use) => use.product === product).map((use) => use.component));
  if (component === undefined) {
    const affected = (known?.affects ?? []).filter((affect) => inside.has(affect.component));
    const purls = affected.flatMap((affect) => result.components[affect.component]?.purl ?? []);
    return purls.length > 0 ? purls : [undefined];
  }
  const range = parsePurlRange(component);
  const purls = [...inside].flatMap((index) => result.components[index]?.purl ?? []);
  const meant = "error" in range ? [] : purls.filter((purl) => matchesPurl(range, purl));
  return meant.length > 0 ? meant.sort() : [component];
}

/** The name of a product for machines: the package that it makes, else a name under the organisation. */
function productId(result: ScanResult, product: string): string {
  return `pkg:generic/${encodeURIComponent(result.program.organization.id)}/${encodeURIComponent(product)}`;
}

const openStatuses = {
  "not-affected": "not_affected",
  affected: "affected",
  fixed: "fixed",
  "under-investigation": "under_investigation",
} as const;
const openJustifications: ReadonlySet<string> = new Set([
  "component_not_present",
  "vulnerable_code_not_present",
  "vulnerable_code_not_in_execute_path",
  "vulnerable_code_cannot_be_controlled_by_adversary",
  "inline_mitigations_already_exist",
]);

export function openVex(result: ScanResult, product: string, remark: string): unknown {
  const statements = answersOf(result, product).map(({ vulnerability, purl, answer }) => {
    const justification = answer.justification?.replaceAll("-", "_");
    const known = justification !== undefined && openJustifications.has(justification);
    const impact = [known ? undefined : answer.justification, answer.because].filter((part) => part !== undefined).join(": ");
    return {
      vulnerability: { name: vulnerability.id, ...(vulnerability.aliases.length > 0 ? { aliases: vulnerability.aliases } : {}) },
      timestamp: moment(answer.at),
      products: [{ "@id": productId(result, product), ...(purl === undefined ? {} : { subcomponents: [{ "@id": purl }] }) }],
      status: openStatuses[answer.status],
      ...(answer.status === "not-affected" && known ? { justification } : {}),
      // The specification asks for a justification or an impact statement.
      ...(answer.status === "not-affected" && (impact !== "" || !known) ? { impact_statement: impact || "Not affected." } : {}),
      ...(answer.status === "affected" ? { action_statement: answer.action ?? answer.because ?? "No action is known yet." } : {}),
    };
  });
  const body = JSON.stringify(statements);
  return {
    "@context": "https://openvex.dev/ns/v0.2.0",
    "@id": `https://openvex.dev/docs/public/vex-${createHash("sha256").update(`${product}\n${body}`).digest("hex")}`,
    author: result.program.organization.name,
    timestamp: result.now,
    version: 1,
    tooling: `allmend ${result.tool.version}. ${remark}`,
    statements,
  };
}

const cycloneStates = {
  "not-affected": "not_affected",
  affected: "exploitable",
  fixed: "resolved",
  "under-investigation": "in_triage",
} as const;
/** Justifications of OpenVEX under the names that CycloneDX has. */
const cycloneJustifications: Readonly<Record<string, string>> = {
  component_not_present: "code_not_present",
  vulnerable_code_not_present: "code_not_present",
  vulnerable_code_not_in_execute_path: "code_not_reachable",
  vulnerable_code_cannot_be_controlled_by_adversary: "protected_by_mitigating_control",
  inline_mitigations_already_exist: "protected_by_mitigating_control",
  code_not_present: "code_not_present",
  code_not_reachable: "code_not_reachable",
  requires_configuration: "requires_configuration",
  requires_dependency: "requires_dependency",
  requires_environment: "requires_environment",
  protected_by_compiler: "protected_by_compiler",
  protected_at_runtime: "protected_at_runtime",
  protected_at_perimeter: "protected_at_perimeter",
  protected_by_mitigating_control: "protected_by_mitigating_control",
};

export function cycloneDxVex(result: ScanResult, product: string, remark: string): unknown {
  const said = answersOf(result, product);
  const purls = [...new Set(said.flatMap(({ purl }) => purl ?? []))].sort();
  const id = productId(result, product);
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      timestamp: result.now,
      tools: { components: [{ type: "application", name: "allmend", version: result.tool.version }] },
      supplier: { name: result.program.organization.name },
      component: { type: "application", "bom-ref": id, name: product },
      properties: [{ name: "allmend:remark", value: remark }],
    },
    components: purls.map((purl) => componentOf(result, purl)),
    vulnerabilities: said.map(({ vulnerability, purl, answer }) => ({
      id: vulnerability.id,
      ...(vulnerability.url === undefined ? {} : { source: { url: vulnerability.url } }),
      ...(vulnerability.severity === "unknown" ? {} : { ratings: [ratingOf(vulnerability)] }),
      analysis: analysisOf(answer),
      affects: [{ ref: purl ?? id }],
    })),
  };
}

function componentOf(result: ScanResult, purl: string): unknown {
  const component = result.components.find((one) => one.purl === purl);
  return { type: "library", "bom-ref": purl, name: component?.name ?? purl, version: component?.version ?? "", purl };
}

function ratingOf({ severity, score, vector }: Said["vulnerability"]): unknown {
  const method = vector?.startsWith("CVSS:4")
    ? "CVSSv4"
    : vector?.startsWith("CVSS:3.1")
      ? "CVSSv31"
      : vector?.startsWith("CVSS:3")
        ? "CVSSv3"
        : vector
          ? "CVSSv2"
          : undefined;
  return { ...(score === undefined ? {} : { score }), severity, ...(method === undefined ? {} : { method, vector }) };
}

function analysisOf({ status, justification, because, action, at }: Answer): unknown {
  const key = justification?.replaceAll("-", "_") ?? "";
  const known = Object.hasOwn(cycloneJustifications, key) ? cycloneJustifications[key] : undefined;
  const detail = [known === undefined ? justification : undefined, because, action].filter((part) => part !== undefined).join(": ");
  return {
    state: cycloneStates[status],
    ...(status === "not-affected" && known !== undefined ? { justification: known } : {}),
    ...(detail === "" ? {} : { detail }),
    lastUpdated: moment(at),
  };
}

/** A day becomes a moment, which both formats ask for. */
function moment(at: string): string {
  return at.length === 10 ? `${at}T00:00:00Z` : at;
}
