// What somebody is here: from their roles, the lanes in which they sit, and their teams. Whoever is several things is all of them.
import type { Program } from "#program";
import type { Capacity } from "#publish";
import type { Caller } from "../../access/caller.ts";

/** Lanes and teams by whose name it is known what they do, in the languages in which people name them. */
const BY_NAME: readonly (readonly [Capacity, RegExp])[] = [
  ["security", /security|csirt|cert|sicherheit/],
  ["procurement", /procure|purchas|business|einkauf|beschaffung/],
  ["community", /communit|devrel|ospo|open-?source/],
  ["lead", /ospo/],
];

export interface Standpoint {
  readonly is: ReadonlySet<Capacity>;
  /** Teams that they lead or are in. */
  readonly teams: readonly string[];
  /** Products that their teams answer for. */
  readonly products: readonly string[];
}

export function standpointOf({ id, roles }: Caller, { organization }: Program): Standpoint {
  const is = new Set<Capacity>();
  const teams = organization.teams.filter(({ lead, members }) => lead === id || members.includes(id)).map((team) => team.id);
  for (const { role, lane } of roles) {
    if (role === "executive" || role === "auditor" || role === "owner") is.add(role);
    if (role === "reviewer" || role === "approver") is.add("reviewer");
    if (role === "admin") is.add("lead");
    if (role === "reviewer") for (const capacity of named(lane ?? "")) is.add(capacity);
  }
  for (const team of teams) for (const capacity of named(team)) is.add(capacity);
  if (is.has("lead")) is.add("community");
  const products = organization.products.filter(({ owner }) => owner !== undefined && teams.includes(owner)).map((product) => product.id);
  if (products.length === 0) is.delete("owner");
  else is.add("owner");
  return { is, teams, products };
}

function named(name: string): Capacity[] {
  return BY_NAME.flatMap(([capacity, pattern]) => (pattern.test(name.toLowerCase()) ? [capacity] : []));
}
