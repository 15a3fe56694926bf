// Whether an agreement covers somebody, and by which criterion: an answer without its reason helps nobody.
import type { Agreement, Registers } from "../schema/registers.ts";

/** What is known of somebody who contributes. */
export interface Contributor {
  /** Their id with us. */
  readonly person?: string;
  readonly email?: string;
  readonly login?: string;
  readonly organization?: string;
}

export type Criterion = "person" | "email" | "domain" | "login" | "organization";

export interface AgreementCoverage {
  readonly agreement: string;
  readonly by: Criterion;
  /** What matched, as the register writes it. */
  readonly matched: string;
}

export interface CoverageQuestion {
  readonly direction: Agreement["direction"];
  /** Package URL or address of the project (outbound), or product id (inbound). */
  readonly about: string;
  readonly on: string;
}

/** The first agreement that covers somebody; undefined where none does. */
export function coverageOf(registers: Registers, contributor: Contributor, question: CoverageQuestion): AgreementCoverage | undefined {
  for (const [id, agreement] of Object.entries(registers.agreements?.agreements ?? {})) {
    if (agreement.direction !== question.direction || !isInForce(agreement, question.on) || !isAbout(agreement, question.about)) continue;
    const match = matchIn(agreement, contributor);
    if (match) return { agreement: id, ...match };
  }
  return undefined;
}

/** From the day of signing through its last day, and before the day on which it was revoked. */
export function isInForce({ signed, ends, revoked }: Agreement, on: string): boolean {
  const day = on.slice(0, 10);
  return signed <= day && (ends === undefined || day <= ends) && (revoked === undefined || day < revoked);
}

/** One that names no project is for all of its counterparty, which its projects' addresses begin with. */
function isAbout({ direction, project, counterparty, products }: Agreement, about: string): boolean {
  if (direction === "inbound") return products === undefined || products.includes(about);
  return project === undefined ? address(about).split("/").includes(counterparty.toLowerCase()) : address(project) === address(about);
}

function address(text: string): string {
  return text
    .toLowerCase()
    .replace(/^(?:https?:\/\/|git@)/, "")
    .replace(":", "/")
    .replace(/(?:\.git)?\/?$/, "");
}

function matchIn(
  { covers }: Agreement,
  { person, email, login, organization }: Contributor,
): Omit<AgreementCoverage, "agreement"> | undefined {
  const domain = email?.slice(email.lastIndexOf("@") + 1);
  const criteria: readonly [Criterion, readonly string[] | undefined, string | undefined][] = [
    ["person", covers.people, person],
    ["email", covers.emails, email],
    ["login", covers.logins, login],
    ["organization", covers.organizations, organization],
    ["domain", covers.domains, domain],
  ];
  for (const [by, accepted = [], given] of criteria) {
    const matched = accepted.find((each) => given !== undefined && sameOrBelow(by, each.toLowerCase(), given.toLowerCase()));
    if (matched !== undefined) return { by, matched };
  }
  return undefined;
}

/** A domain covers what ends in it. */
function sameOrBelow(by: Criterion, accepted: string, given: string): boolean {
  return given === accepted || (by === "domain" && given.endsWith(`.${accepted}`));
}
