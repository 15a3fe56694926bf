// The questions of `allmend check`, answered from a result: the last one of this machine, or what a server knows.
import { type CheckResult, type HomeImports, normalizeDeclared } from "#facts";
import { AllmendError, compareText, matchesPurl, parseExpression, parsePurl, parsePurlRange } from "#kit";
import type { Finding } from "#policy";
import { outcomes } from "#program";
import type { UseAnswer } from "../ask.ts";
import type { AskedResult, ResultObligation, ScanResult } from "../result.ts";
import type { VulnerabilityAnswer } from "./vulnerability.ts";

export interface Place {
  readonly purl: string;
  readonly product?: string;
  readonly deliverable?: string;
  readonly repository: string;
  readonly scope: string;
  readonly manifests: readonly { readonly path: string; readonly line?: number }[];
  readonly path?: readonly string[];
}

/** One duty of the component in one product. */
export type Obligation = Omit<ResultObligation, "components">;

export interface Answer {
  readonly asked: string;
  readonly question: "use" | "impact" | "repository" | "vulnerability";
  /** For impact: allow where it is used nowhere, else warn: a question of where has no yes or no. */
  readonly outcome: Finding["outcome"] | "unknown";
  readonly license?: string;
  readonly seen?: "version" | "component" | "no";
  readonly findings: readonly Finding[];
  readonly places: readonly Place[];
  /** Whether its licence goes together with ours; for questions of use. */
  readonly compatibility?: UseAnswer["compatibility"];
  /** For repositories: what published definitions say. */
  readonly checks?: readonly CheckResult[];
  /** What its licence asks in each product; for questions of use. */
  readonly obligations?: readonly Obligation[];
  /** Components whose version could not be compared with the range: they may be meant. */
  readonly undecided?: readonly string[];
  /** For vulnerabilities: what is known of it, and what was answered. */
  readonly vulnerability?: VulnerabilityAnswer;
}

/** Whether a text asks where something is used: a purl with a range, or without any version. */
export function asksWhere(text: string): boolean {
  return /@(?:[<>=*^~|]|vers:)/.test(text) || !text.includes("@", text.lastIndexOf("/"));
}

export async function checkUse(
  asked: string,
  result: AskedResult,
  options: { product?: string; license?: string; imports?: HomeImports },
): Promise<Answer> {
  if (!parsePurl(asked)) throw badPurl(asked);
  requireProduct(options.product, result);
  const license = options.license === undefined ? undefined : readLicense(options.license);
  // Only this question judges: where something is used is answered without all that judges.
  const { askUse } = await import("../ask.ts");
  const answer = await askUse(result, {
    purl: asked,
    ...(options.product === undefined ? {} : { product: options.product }),
    ...(license === undefined ? {} : { license }),
    ...(options.imports ? { imports: options.imports } : {}),
  });
  const known = answer.verdicts.map((verdict) => verdict.outcome).filter((outcome) => outcome !== "not-applicable");
  const worst = outcomes.findLast((outcome) => known.includes(outcome));
  const unknown = known.includes("unknown");
  return {
    asked,
    question: "use",
    outcome: worst === "deny" || worst === "review" || !unknown ? (worst ?? "unknown") : "unknown",
    ...(answer.component.license === undefined ? {} : { license: answer.component.license }),
    seen: answer.seen,
    findings: answer.findings,
    compatibility: answer.compatibility,
    obligations: answer.obligations.map(({ components: _components, ...obligation }) => obligation),
    places: placesOf(result, (purl) => purl === answer.component.purl, options.product),
  };
}

export function impactOf(asked: string, result: AskedResult, product: string | undefined): Answer {
  const range = parsePurlRange(asked);
  if ("error" in range)
    throw new AllmendError("bad-range", "input", `"${asked}" is no purl with a range: ${range.error}`, {
      hint: "Write it as pkg:npm/name@<2.0.0.",
    });
  requireProduct(product, result);
  const undecided: string[] = [];
  const places = placesOf(
    result,
    (purl) => {
      const matches = matchesPurl(range, purl);
      if (matches === undefined) undecided.push(purl);
      return matches === true;
    },
    product,
  );
  return {
    asked,
    question: "impact",
    outcome: places.length > 0 ? "warn" : undecided.length > 0 ? "unknown" : "allow",
    findings: [],
    places,
    ...(undecided.length > 0 ? { undecided: [...new Set(undecided)].sort(compareText) } : {}),
  };
}

/** A repository by its id, or by the end of it. */
export function repositoryNamed<R extends { readonly id: string }>(asked: string, repositories: readonly R[]): R | undefined {
  return repositories.find(({ id }) => id === asked) ?? repositories.find(({ id }) => id.endsWith(`/${asked}`));
}

export function checkRepository(asked: string, result: Pick<ScanResult, "repositories" | "verdicts" | "findings">): Answer {
  const known = repositoryNamed(asked, result.repositories);
  if (!known) {
    throw new AllmendError("unknown-repository", "not-found", `the last result knows no repository "${asked}"`, {
      hint: `It knows: ${result.repositories
        .slice(0, 8)
        .map((repository) => repository.id)
        .join(", ")}. A component is written as pkg:npm/name@1.2.3.`,
    });
  }
  const subject = `repository:${known.id}`;
  const verdict = result.verdicts.find((candidate) => candidate.subject === subject)?.outcome;
  return {
    asked,
    question: "repository",
    outcome: verdict === undefined || verdict === "not-applicable" ? "unknown" : verdict,
    ...(typeof known.facts.license === "string" ? { license: known.facts.license } : {}),
    findings: result.findings.filter((finding) => finding.subject.id === subject),
    places: [],
    checks: known.checks,
  };
}

export function placesOf(
  result: Pick<ScanResult, "components" | "uses">,
  wanted: (purl: string) => boolean,
  product: string | undefined,
): Place[] {
  const matching = new Set(result.components.flatMap((component, index) => (wanted(component.purl) ? [index] : [])));
  if (matching.size === 0) return [];
  return result.uses
    .filter((use) => matching.has(use.component) && (product === undefined || use.product === product))
    .map((use) => ({
      purl: result.components[use.component]?.purl ?? "",
      ...(use.product === undefined ? {} : { product: use.product }),
      ...(use.deliverable === undefined ? {} : { deliverable: use.deliverable }),
      repository: use.repository,
      scope: use.scope,
      manifests: use.manifests,
      ...(use.path ? { path: use.path } : {}),
    }));
}

/** Throws AllmendError `unknown-product`. */
export function requireProduct(product: string | undefined, result: Pick<ScanResult, "program">): void {
  const products = result.program.organization.products.map((candidate) => candidate.id);
  if (product === undefined || products.includes(product)) return;
  throw new AllmendError("unknown-product", "not-found", `there is no product "${product}"`, {
    hint: `There are: ${products.join(", ")}.`,
  });
}

/** What a manifest could say is understood; `NOASSERTION` says nothing. */
function readLicense(text: string): string | undefined {
  if (text.trim().toUpperCase() === "NOASSERTION") return undefined;
  // A name is understood as in a manifest; what is meant as an expression has to be one.
  const expression = parseExpression(text);
  const meaning = expression || !/\b(?:and|or|with)\b/i.test(text) ? normalizeDeclared(text) : undefined;
  if (meaning) return meaning.expression;
  throw new AllmendError("bad-license", "input", `"${text}" is no licence that can be read`, {
    hint: "Write an SPDX expression, such as MIT OR GPL-3.0-only.",
  });
}

function badPurl(asked: string): AllmendError {
  return new AllmendError("bad-purl", "input", `"${asked}" is no package URL`, {
    hint: "Write it as pkg:npm/name@1.2.3 or pkg:maven/group/artifact@1.0.",
  });
}
