// What somebody holds by the program's documents: it does not end by itself when they leave, because documents are changed by people.
import type { Program, Registers } from "#program";

export type Holding = "lead" | "member" | "deputy" | "executive" | "owner" | "waiver";

export interface Held {
  readonly as: Holding;
  /** Team, component, membership, … */
  readonly what: string;
  readonly file: string;
}

export function heldBy(program: Program, person: string): Held[] {
  return [...inOrganization(program, person), ...inRegisters(program.registers ?? {}, person), ...waivers(program, person)];
}

function inOrganization({ organization }: Program, person: string): Held[] {
  const file = "organization.yaml";
  const teams = organization.teams.flatMap(({ id, lead, members, deputies }): Held[] => [
    ...(lead === person ? [{ as: "lead", what: id, file } as const] : []),
    ...(members.includes(person) ? [{ as: "member", what: id, file } as const] : []),
    ...(deputies.includes(person) ? [{ as: "deputy", what: id, file } as const] : []),
  ]);
  return organization.executives.includes(person) ? [...teams, { as: "executive", what: organization.name, file }] : teams;
}

function waivers({ licenses }: Program, person: string): Held[] {
  return licenses.waivers.filter(({ owner }) => owner === person).map(({ rule }) => ({ as: "waiver", what: rule, file: "licenses.yaml" }));
}

/** Every entry of a register that names its owner, whatever the register. */
function inRegisters(registers: Registers, person: string): Held[] {
  return Object.entries(registers).flatMap(([name, register]) =>
    Object.values(register as object).flatMap((entries) =>
      ownedIn(entries, person).map((what): Held => ({ as: "owner", what, file: `registers/${name}.yaml` })),
    ),
  );
}

function ownedIn(entries: unknown, person: string): string[] {
  if (typeof entries !== "object" || entries === null) return [];
  return Object.entries(entries).flatMap(([key, entry]: [string, unknown]) => {
    if (typeof entry !== "object" || entry === null) return [];
    const { owner, deputy, by, component, upstream, name } = entry as Readonly<Record<string, unknown>>;
    const theirs = owner === person || deputy === person || by === person;
    const what = [component, upstream, name].find((text): text is string => typeof text === "string") ?? key;
    return theirs ? [what] : [];
  });
}
