// Whose a record is: what it is about belongs to a product, and that to a unit.
import type { Organization, RecordEntry } from "#program";
import { assignRepositories } from "#scan";
import { type Caller, namedNotThere, seesUnit } from "./caller.ts";

/** Units of `product:ID` or `repository:NAME`; none for everything else. A repository of several products belongs to all of their units. */
export function unitsOfSubject(organization: Organization, subject: string | undefined): readonly string[] {
  const [kind, ...rest] = subject?.split(":") ?? [];
  const id = rest.join(":");
  const products = kind === "product" ? [id] : kind === "repository" ? productsOf(organization, id) : [];
  return organization.products.flatMap(({ id: product, unit }) => (unit !== undefined && products.includes(product) ? [unit] : []));
}

function productsOf(organization: Organization, repository: string): string[] {
  return (assignRepositories(organization, [repository]).get(repository) ?? []).map(({ product }) => product.id);
}

export function seesSubject(caller: Caller, organization: Organization, subject: string | undefined): boolean {
  if (caller.units === "all") return true;
  // What is bought may go into products of any unit.
  if (subject?.startsWith("delivery:")) return false;
  const units = unitsOfSubject(organization, subject);
  return units.length === 0 || units.some((unit) => seesUnit(caller, unit));
}

/** A record is of the unit of its subject and of the product that it names; one that a case wrote also of that case's unit (`cases`: by id; absent: of none). */
export function seesRecord(
  caller: Caller,
  organization: Organization,
  { subject, data }: Pick<RecordEntry, "subject" | "data">,
  cases: ReadonlyMap<string, string | null>,
): boolean {
  const { product, case: of } = data;
  return (
    seesSubject(caller, organization, subject) &&
    (typeof product !== "string" || seesSubject(caller, organization, `product:${product}`)) &&
    (typeof of !== "string" || seesUnit(caller, cases.get(of)))
  );
}

export function requireSubject(caller: Caller, organization: Organization, subject: string | undefined): void {
  if (!seesSubject(caller, organization, subject)) throw namedNotThere(`${subject}`);
}
