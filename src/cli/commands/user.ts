// allmend user: people of the office from the server's machine. Through the server that runs, else by opening the office.
import { type Command, InvalidArgumentError } from "commander";
import { AllmendError } from "#kit";
import type { OfficeClient } from "#server";
import { print } from "../environment.ts";
import { type OfficeFlags, withClient, withOffice } from "../office.ts";

interface Flags extends OfficeFlags {
  readonly name?: string;
  readonly email?: string;
  readonly lane?: string;
  readonly board?: string;
  readonly unit?: string;
  readonly until?: string;
  readonly why?: string;
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly email?: string;
}

type Roles = readonly { id?: string; role: string; lane?: string; board?: string; unit?: string; source: string; until?: string }[];

const ACTIONS = { list, show, add, link, role, "end-role": endRole, leave, return: comeBack } as const;
type Action = keyof typeof ACTIONS;

export function define(command: Command, exit: (code: number) => void): void {
  withOffice(
    command
      .argument(
        "<action>",
        "list; show ID; add ID: name somebody; link ID: a link to come in once; role ID ROLE: give a role; end-role ID GRANT; leave ID; return ID",
        oneAction,
      )
      .argument("[args...]", "ID of the person, and the role"),
  )
    .option("--name <name>", "name (add)")
    .option("--email <address>", "address for notices (add)")
    .option("--lane <lane>", "lane of a reviewer (role)")
    .option("--board <board>", "board of an approver (role)")
    .option("--unit <unit>", "unit at which the role ends (role)")
    .option("--until <moment>", "when the role ends by itself, ISO 8601 (role)")
    .option("--why <reason>", "reason, for the record (role, end-role)")
    .action(async (action: Action, args: string[], flags: Flags) => {
      const answer = await withClient(flags, (office) => ACTIONS[action](office, args, flags));
      await print(flags.json ? `${JSON.stringify(answer.data)}\n` : answer.lines.map((line) => `${line}\n`).join(""));
      exit(0);
    });
}

interface Answer {
  readonly data: unknown;
  readonly lines: readonly string[];
}

function oneAction(text: string): Action {
  if (Object.hasOwn(ACTIONS, text)) return text as Action;
  throw new InvalidArgumentError(`it is one of ${Object.keys(ACTIONS).join(", ")}.`);
}

function idIn(args: readonly string[], at = 0): string {
  const id = args[at];
  if (id === undefined) throw new AllmendError("argument-missing", "input", "an id is missing", { hint: "allmend user --help" });
  return encodeURIComponent(id);
}

async function list(office: OfficeClient): Promise<Answer> {
  const all: Person[] = [];
  for (let after = ""; ; ) {
    const page = await office.ask<Person[]>("GET", `/api/people?limit=200${after === "" ? "" : `&after=${encodeURIComponent(after)}`}`);
    all.push(...page);
    if (page.length < 200) break;
    after = page.at(-1)?.id ?? "";
  }
  return { data: all, lines: all.map(personLine) };
}

async function show(office: OfficeClient, args: readonly string[]): Promise<Answer> {
  const person = await office.ask<Person & { roles: Roles }>("GET", `/api/people/${idIn(args)}`);
  const roles = person.roles.map(({ id, role: what, lane, board, unit, source, until }) => {
    const where = [lane, board, unit].filter((part) => part !== undefined && part !== "").join(" ");
    return `  ${what}${where === "" ? "" : ` ${where}`}  (${source}${until === undefined ? "" : `, until ${until}`})${id === undefined ? "" : `  ${id}`}`;
  });
  return { data: person, lines: [personLine(person), ...roles] };
}

async function add(office: OfficeClient, args: readonly string[], flags: Flags): Promise<Answer> {
  const id = decodeURIComponent(idIn(args));
  const person = await office.ask<Person>("POST", "/api/people", {
    id,
    name: flags.name ?? id,
    ...(flags.email === undefined ? {} : { email: flags.email }),
  });
  return { data: person, lines: [personLine(person)] };
}

async function link(office: OfficeClient, args: readonly string[]): Promise<Answer> {
  const made = await office.ask<{ url: string; endsAt: string }>("POST", `/api/people/${idIn(args)}/link`, {});
  return { data: made, lines: [made.url] };
}

async function role(office: OfficeClient, args: readonly string[], { lane, board, unit, until, why }: Flags): Promise<Answer> {
  const given = await office.ask<Roles[number]>("POST", `/api/people/${idIn(args)}/roles`, {
    role: decodeURIComponent(idIn(args, 1)),
    ...(lane === undefined ? {} : { lane }),
    ...(board === undefined ? {} : { board }),
    ...(unit === undefined ? {} : { unit }),
    ...(until === undefined ? {} : { until }),
    ...(why === undefined ? {} : { why }),
  });
  return { data: given, lines: [`${given.role}  ${given.id ?? ""}`] };
}

async function endRole(office: OfficeClient, args: readonly string[], { why }: Flags): Promise<Answer> {
  const query = why === undefined ? "" : `?why=${encodeURIComponent(why)}`;
  await office.ask("DELETE", `/api/people/${idIn(args)}/roles/${idIn(args, 1)}${query}`);
  return { data: { ended: args[1] }, lines: [] };
}

async function leave(office: OfficeClient, args: readonly string[]): Promise<Answer> {
  const left = await office.ask<{ tasks: { text: string }[] }>("POST", `/api/people/${idIn(args)}/leave`, {});
  return { data: left, lines: left.tasks.map(({ text }) => text) };
}

async function comeBack(office: OfficeClient, args: readonly string[]): Promise<Answer> {
  const person = await office.ask<Person>("POST", `/api/people/${idIn(args)}/return`, {});
  return { data: person, lines: [personLine(person)] };
}

function personLine({ id, name, state, email }: Person): string {
  return [id, name, ...(email === undefined ? [] : [email]), ...(state === "active" ? [] : [state])].join("  ");
}
