// Somebody leaves: what they hold here ends at once, and so does what agreements cover; what stands in documents becomes tasks of somebody who stays.
import {
  addTasks,
  countAssigned,
  endAbsencesOf,
  endRole,
  endSessionsOf,
  findPerson,
  dropLinksOf,
  holdersOf,
  listTokens,
  markLeft,
  markReturned,
  type Person,
  revokeToken,
  rolesOf,
} from "#store";
import { fill, wordsOf } from "#look";
import { notThere } from "../access/caller.ts";
import type { Deps } from "../deps.ts";
import { problem } from "../http/problem.ts";
import { act, activePerson, note, refuseLastAdministrator, type Tx } from "./acts.ts";
import { judgedProgram } from "../judging/judged-program.ts";
import { coveringBy, endCoverage } from "./coverage.ts";
import { heldBy } from "./held.ts";

export interface Left {
  readonly ended: { readonly roles: number; readonly sessions: number; readonly tokens: number; readonly agreements: number };
  readonly tasks: { subject: string; text: string }[];
}

type Need = Pick<Deps, "database" | "clock" | "program">;

export async function leave(need: Need, id: string, by: string): Promise<Left> {
  const program = await judgedProgram(need);
  return act(need, async (tx, at) => {
    const leaver = await activePerson(tx, id);
    const grants = await rolesOf(tx, id, at);
    if (grants.some(({ role }) => role === "admin")) await refuseLastAdministrator(tx, id, at);
    for (const grant of grants) await endRole(tx, grant.id, by, at);
    const tokens = (await listTokens(tx, id)).filter(({ revokedAt }) => revokedAt === undefined);
    const own = tokens.filter(({ kind }) => kind === "personal");
    for (const token of own) await revokeToken(tx, token.id, by, at);
    const sessions = await endSessionsOf(tx, id);
    await dropLinksOf(tx, id);
    await endAbsencesOf(tx, id, at);
    const coverage = await endCoverage(tx, program, leaver, by, at);
    await markLeft(tx, id, at);
    const texts = tasksOf(
      program,
      leaver,
      tokens.filter(({ kind }) => kind === "service").map(({ name }) => name),
    );
    const tasks = texts.map((text) => ({ subject: `person:${id}`, text }));
    const findings = await countAssigned(tx, id);
    if (findings > 0) tasks.push({ subject: `person:${id}`, text: findingsTask(program, id, findings) });
    const seers = await whoSees(tx, by, at);
    await addTasks(
      tx,
      seers.flatMap((to) => tasks.map((task) => ({ ...task, for: to, at: at.toISOString() }))),
    );
    const ended = { roles: grants.length, sessions, tokens: own.length, agreements: coverage.length };
    await note(tx, at, by, "person.left", id, { data: { ended, tasks: tasks.length } });
    return { ended, tasks };
  });
}

function tasksOf(program: Parameters<typeof heldBy>[0], leaver: Person, tokens: readonly string[]): string[] {
  const { id } = leaver;
  const language = program.organization.languages[0] ?? "en";
  const words = wordsOf(language).server.leaver;
  const covered = coveringBy(program, leaver).map(({ id: what }) => fill(words.agreement, { person: id, what }, language));
  const held = heldBy(program, id).map(({ as, what, file }) => fill(words[as], { person: id, what, file }, language));
  return [...held, ...covered, ...tokens.map((what) => fill(words.token, { person: id, what }, language))];
}

/** They stay given to who left, so that whoever takes over finds them together. */
function findingsTask({ organization }: Parameters<typeof heldBy>[0], person: string, count: number): string {
  const language = organization.languages[0] ?? "en";
  return fill(wordsOf(language).server.leaver.findings, { person, count }, language);
}

/** The administrator who says so; where that was done on the server's machine, every administrator. */
async function whoSees(tx: Tx, by: string, at: Date): Promise<string[]> {
  return (await findPerson(tx, by)) ? [by] : holdersOf(tx, "admin", at);
}

export async function comeBack(need: Need, id: string, by: string): Promise<Person> {
  return act(need, async (tx, at) => {
    const person = await findPerson(tx, id);
    if (!person) throw notThere("such person");
    if (person.state === "active") throw problem(409, "person-exists", "This person has not left");
    await markReturned(tx, id);
    await note(tx, at, by, "person.returned", id);
    return { ...person, state: "active", leftAt: undefined };
  });
}
