// What is done to people, each with its line in the record, in one transaction.
import type { Transaction } from "kysely";
import {
  addPerson,
  append,
  endRole,
  findPerson,
  type Grant,
  giveRole,
  holdersOf,
  type KeptGrant,
  type Person,
  rolesOf,
  type Tables,
  transact,
} from "#store";
import { notThere } from "../access/caller.ts";
import type { Deps } from "../deps.ts";
import { problem } from "../http/problem.ts";

export type Tx = Transaction<Tables>;
export type ActsNeed = Pick<Deps, "database" | "clock">;

/** Runs in one transaction, at one moment. */
export async function act<T>({ database, clock }: ActsNeed, run: (tx: Tx, at: Date) => Promise<T>): Promise<T> {
  const at = clock();
  return transact(database, (tx) => run(tx, at));
}

/** A line about a person; their name and address enter the chain as something that can be forgotten. */
export async function note(
  tx: Tx,
  at: Date,
  by: string,
  what: string,
  person: string,
  more: { data?: Readonly<Record<string, unknown>>; personal?: Readonly<Record<string, unknown>>; why?: string | undefined } = {},
): Promise<void> {
  const { data, personal, why } = more;
  await append(tx, {
    at: at.toISOString(),
    by,
    what,
    subject: `person:${person}`,
    ...(data ? { data } : {}),
    ...(personal ? { personal } : {}),
    ...(why === undefined ? {} : { why }),
  });
}

export async function activePerson(tx: Tx, id: string): Promise<Person> {
  const person = await findPerson(tx, id);
  if (!person) throw notThere("such person");
  if (person.state === "left") throw problem(409, "person-left", "This person has left");
  return person;
}

export async function invite(
  need: ActsNeed,
  person: { readonly id: string; readonly name: string; readonly email?: string | undefined },
  by: string,
): Promise<Person> {
  return act(need, async (tx, at) => {
    const added = await addPerson(tx, person, at);
    if (!added) throw problem(409, "person-exists", "There is a person of this id");
    await note(tx, at, by, "person.added", person.id, { personal: { name: person.name, email: person.email } });
    return added;
  });
}

export interface RoleGiven {
  readonly person: string;
  readonly grant: Grant;
  readonly by: string;
  readonly until?: Date | undefined;
  readonly why?: string | undefined;
}

export async function give(need: ActsNeed, { person, grant, by, until, why }: RoleGiven): Promise<KeptGrant> {
  return act(need, async (tx, at) => {
    await activePerson(tx, person);
    await refuseOwnRole(tx, person, by, at);
    const had = await rolesOf(tx, person, at);
    const given =
      had.find(({ source, ...other }) => source === "granted" && sameGrant(other, grant)) ??
      (await giveRole(tx, person, grant, by, at, until));
    if (!had.includes(given))
      await note(tx, at, by, "role.given", person, { data: { ...grant, grant: given.id, until: until?.toISOString() }, why });
    return given;
  });
}

export async function take(need: ActsNeed, person: string, id: string, by: string, why?: string): Promise<void> {
  await act(need, async (tx, at) => {
    const grant = (await rolesOf(tx, person, at)).find((each) => each.id === id);
    if (!grant) throw notThere("such role of this person");
    if (grant.source === "provider") {
      throw problem(409, "role-of-provider", "This role comes from the identity provider", "It ends when the group there does.");
    }
    if (grant.role === "admin") await refuseLastAdministrator(tx, person, at);
    await endRole(tx, id, by, at);
    await note(tx, at, by, "role.ended", person, {
      data: { role: grant.role, lane: grant.lane, board: grant.board, unit: grant.unit, grant: id },
      why,
    });
  });
}

/** Who alone could widen their own power would answer to nobody. While there is only one administrator, it cannot be otherwise. */
async function refuseOwnRole(tx: Tx, person: string, by: string, at: Date): Promise<void> {
  if (person !== by) return;
  const others = (await holdersOf(tx, "admin", at)).filter((other) => other !== by);
  if (others.length > 0)
    throw problem(403, "own-role", "Nobody gives themselves a role", "Another administrator does.", { administrators: others });
}

export async function refuseLastAdministrator(tx: Tx, person: string, at: Date): Promise<void> {
  const others = (await holdersOf(tx, "admin", at)).filter((other) => other !== person);
  if (others.length === 0) throw problem(409, "last-administrator", "This is the only administrator", "Make somebody else one first.");
}

function sameGrant(a: Grant, b: Grant): boolean {
  return a.role === b.role && a.lane === b.lane && a.board === b.board && a.unit === b.unit;
}
