// allmend token: tokens of the office for CI and scripts, from the server's machine.
import { type Command, InvalidArgumentError } from "commander";
import { AllmendError } from "#kit";
import type { OfficeClient } from "#server";
import { print, say } from "../environment.ts";
import { type OfficeFlags, withClient, withOffice } from "../office.ts";

interface Flags extends OfficeFlags {
  readonly scope: string[];
  readonly unit: string[];
  readonly days: string;
}

interface Token {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly string[];
  readonly person?: string;
  readonly endsAt: string;
  readonly usedAt?: string;
  readonly revokedAt?: string;
}

const ACTIONS = { list, create, revoke } as const;
type Action = keyof typeof ACTIONS;

const collect = (value: string, before: readonly string[]) => [...before, value];

export function define(command: Command, exit: (code: number) => void): void {
  withOffice(
    command
      .argument("<action>", "list; create NAME: make one and print it, once; revoke ID", oneAction)
      .argument("[what]", "name of the new one, or id of the one to revoke"),
  )
    .option("--scope <permission>", "what it may: results:write, deliveries:write, … (create; several times)", collect, [])
    .option("--unit <unit>", "unit that it is for (create; several times)", collect, [])
    .option("--days <n>", "days that it holds (create)", "90")
    .action(async (action: Action, what: string | undefined, flags: Flags) => {
      await withClient(flags, (office) => ACTIONS[action](office, what ?? "", flags));
      exit(0);
    });
}

function oneAction(text: string): Action {
  if (Object.hasOwn(ACTIONS, text)) return text as Action;
  throw new InvalidArgumentError(`it is one of ${Object.keys(ACTIONS).join(", ")}.`);
}

async function list(office: OfficeClient, _what: string, { json }: Flags): Promise<void> {
  const all = await office.ask<Token[]>("GET", "/api/tokens?of=all");
  if (json) return print(`${JSON.stringify(all)}\n`);
  await print(all.map((token) => `${tokenLine(token)}\n`).join(""));
}

async function create(office: OfficeClient, name: string, { scope, unit, days, json }: Flags): Promise<void> {
  if (name === "" || scope.length === 0) {
    throw new AllmendError("argument-missing", "input", "a token needs a name and at least one --scope", {
      hint: "allmend token create ci --scope results:write",
    });
  }
  const made = await office.ask<Token & { secret: string }>("POST", "/api/tokens", {
    name,
    kind: "service",
    scopes: scope,
    days: Number(days),
    ...(unit.length > 0 ? { units: unit } : {}),
  });
  if (json) return print(`${JSON.stringify(made)}\n`);
  say(tokenLine(made));
  await print(`${made.secret}\n`);
}

async function revoke(office: OfficeClient, id: string): Promise<void> {
  await office.ask("DELETE", `/api/tokens/${encodeURIComponent(id)}`);
}

function tokenLine({ id, name, prefix, scopes, person, endsAt, usedAt, revokedAt }: Token): string {
  const state = revokedAt === undefined ? `until ${endsAt.slice(0, 10)}` : `revoked ${revokedAt.slice(0, 10)}`;
  const used = usedAt === undefined ? "never used" : `used ${usedAt.slice(0, 10)}`;
  return [id, name, `${prefix}…`, scopes.join(","), ...(person === undefined ? [] : [person]), state, used].join("  ");
}
