// Somebody comes in: from the provider, or with a link. Gives the secret of a new session.
import {
  addPerson,
  beginSession,
  findPerson,
  hasPeople,
  issuersOf,
  linkIdentity,
  makeLink,
  type Person,
  personOf,
  rename,
  setProviderRoles,
  useLink,
  giveRole,
} from "#store";
import type { ProviderConfig, ServerConfig } from "../config.ts";
import { problem } from "../http/problem.ts";
import { type ActsNeed, act, activePerson, note, type Tx } from "../people/acts.ts";
import { type Claims, personIdOf, refuseOtherGroups, rolesFromGroups } from "./claims.ts";

export interface Entered {
  readonly person: string;
  readonly secret: string;
}

type EnterNeed = ActsNeed & { readonly config: Pick<ServerConfig, "session"> };

export async function enterByProvider(need: EnterNeed, claims: Claims, provider: ProviderConfig, client: string): Promise<Entered> {
  refuseOtherGroups(claims.groups, provider);
  return act(need, async (tx, at) => {
    const person = (await knownPerson(tx, claims)) ?? (await newPerson(tx, claims, at));
    if (person.state === "left") throw problem(403, "person-left", "You are known as somebody who has left", "Ask an administrator.");
    await rename(tx, person.id, { name: claims.name, email: claims.email });
    const { given, ended } = await setProviderRoles(tx, person.id, rolesFromGroups(claims.groups, provider), claims.issuer, at);
    for (const grant of given) await note(tx, at, claims.issuer, "role.given", person.id, { data: { ...grant } });
    for (const { role, lane, board, unit } of ended) {
      await note(tx, at, claims.issuer, "role.ended", person.id, { data: { role, lane, board, unit } });
    }
    const secret = await beginSession(tx, { person: person.id, how: "provider", issuer: claims.issuer, client }, at, need.config.session);
    return { person: person.id, secret };
  });
}

async function knownPerson(tx: Tx, { issuer, subject }: Claims): Promise<Person | undefined> {
  return personOf(tx, issuer, subject);
}

/** Somebody whom an administrator named before takes their place; an id that belongs to another account is nobody else's. */
async function newPerson(tx: Tx, claims: Claims, at: Date): Promise<Person> {
  const { issuer, subject, email } = claims;
  const id = personIdOf(claims);
  const before = await findPerson(tx, id);
  if (before && (await issuersOf(tx, id)).length > 0) {
    throw problem(403, "identity-taken", "Your id belongs to another account", "Ask an administrator.");
  }
  const person = before ?? (await addPerson(tx, { id, name: claims.name ?? id, email }, at));
  if (!person) throw problem(409, "person-exists", "There is a person of this id");
  await linkIdentity(tx, { issuer, subject, person: id }, at);
  await note(tx, at, issuer, before ? "person.linked" : "person.added", id, { personal: { name: claims.name, email, subject } });
  return person;
}

/** Only where there is nobody yet; a new one takes the place of the last. */
export async function firstAdministratorLink({ database, clock }: ActsNeed): Promise<string | undefined> {
  if (await hasPeople(database.sql)) return undefined;
  return makeLink(database.sql, { purpose: "first-administrator", person: undefined }, "system", clock(), FIRST_LINK);
}

const FIRST_LINK = 24 * 60 * 60_000;

export interface LinkUsed {
  readonly secret: string;
  /** Of the first administrator, who they are. */
  readonly as?: { readonly id: string; readonly name: string } | undefined;
}

export async function enterByLink(need: EnterNeed, { secret, as }: LinkUsed, client: string): Promise<Entered> {
  return act(need, async (tx, at) => {
    const link = await useLink(tx, secret, at);
    if (!link) throw problem(401, "link-used", "This link lets nobody in", "It was used, has ended, or a newer one took its place.");
    const person = link.person ?? (await firstAdministrator(tx, as, at));
    await activePerson(tx, person);
    return { person, secret: await beginSession(tx, { person, how: "link", client }, at, need.config.session) };
  });
}

async function firstAdministrator(tx: Tx, as: LinkUsed["as"], at: Date): Promise<string> {
  if (!as) throw problem(422, "input-invalid", "The first administrator says who they are", "Send `id` and `name`.");
  if (await hasPeople(tx)) throw problem(401, "link-used", "This link lets nobody in", "There is an administrator already.");
  await addPerson(tx, as, at);
  const grant = await giveRole(tx, as.id, { role: "admin" }, as.id, at);
  await note(tx, at, as.id, "person.added", as.id, { personal: { name: as.name } });
  await note(tx, at, as.id, "role.given", as.id, { data: { role: "admin", grant: grant.id }, why: "first administrator" });
  return as.id;
}
