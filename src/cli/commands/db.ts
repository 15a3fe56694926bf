// allmend db: the office's database, from the server's machine. Through the server that runs, else by opening the office.
import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { type Command, InvalidArgumentError } from "commander";
import { AllmendError } from "#kit";
import { fill } from "#look";
import { migrate, openDatabase, restoreDatabase } from "#store";
import { home, homeFolder, language, print, say, userPath } from "../environment.ts";
import { type OfficeFlags, withClient, withOffice } from "../office.ts";
import { cliWords } from "../words.ts";

const ACTIONS = { status, migrate: upgrade, verify, export: exportRecord, dump, restore } as const;
type Action = keyof typeof ACTIONS;

export function define(command: Command, exit: (code: number) => void): void {
  withOffice(
    command
      .argument(
        "<action>",
        "status; migrate: bring the schema up to date; verify: whether anybody changed the record; export: the record for auditors; dump [FILE]; restore FILE: into an empty database",
        oneAction,
      )
      .argument("[file]", "file of export, dump and restore; compressed where it ends in .gz. Without one, standard output"),
  ).action(async (action: Action, file: string | undefined, flags: OfficeFlags) => exit(await ACTIONS[action](flags, file)));
}

function oneAction(text: string): Action {
  if (Object.hasOwn(ACTIONS, text)) return text as Action;
  throw new InvalidArgumentError(`it is one of ${Object.keys(ACTIONS).join(", ")}.`);
}

interface Status {
  readonly kind: string;
  readonly migrations: readonly { id: string; doneAt: string }[];
  readonly record: { readonly lines: number; readonly hash: string };
  readonly waiting: { readonly notices: number; readonly failedNotices: number };
}

async function status(flags: OfficeFlags): Promise<number> {
  const found = await withClient(flags, (office) => office.ask<Status>("GET", "/api/database"));
  if (flags.json) await print(`${JSON.stringify(found)}\n`);
  else {
    const { kind, migrations, record, waiting } = found;
    const lines = [
      `database   ${kind}`,
      ...migrations.map(({ id, doneAt }) => `migration  ${id}  ${doneAt}`),
      `record     ${record.lines}  ${record.hash}`,
      `notices    ${waiting.notices} waiting, ${waiting.failedNotices} failed`,
    ];
    await print(`${lines.join("\n")}\n`);
  }
  return 0;
}

/** Opens the database itself: a server that runs has migrated it already. */
async function upgrade(): Promise<number> {
  const database = await openOwn();
  try {
    const done = await migrate(database);
    await print(done.map((id) => `${id}\n`).join(""));
  } finally {
    await database.close();
  }
  return 0;
}

interface Verification {
  readonly lines: number;
  readonly checkpoints: number;
  readonly sure?: { readonly sequence: number; readonly at: string };
  readonly flaws: readonly { readonly is: string; readonly line: number; readonly message: string }[];
  readonly clockBack?: { readonly lines: number; readonly first: number; readonly from: string; readonly to: string };
}

async function verify(flags: OfficeFlags): Promise<number> {
  const found = await withClient(flags, (office) => office.ask<Verification>("GET", "/api/record/verification"));
  if (flags.json) await print(`${JSON.stringify(found)}\n`);
  else await print(verificationText(found, flags));
  return found.flaws.length > 0 ? 1 : 0;
}

function verificationText({ lines, checkpoints, sure, flaws, clockBack }: Verification, flags: OfficeFlags): string {
  const spoken = language(flags.lang);
  const words = cliWords(spoken);
  if (flaws.length > 0) {
    return `${[fill(words.notVerified, { flaws: flaws.length }, spoken), ...flaws.map(({ is, message }) => `  ${is}  ${message}`)].join("\n")}\n`;
  }
  const text = sure
    ? fill(words.verified, { lines, checkpoints, sure: sure.sequence, at: sure.at }, spoken)
    : fill(words.verifiedWithout, { lines }, spoken);
  return `${[text, ...(clockBack ? [fill(words.clockBack, { ...clockBack }, spoken)] : [])].join("\n")}\n`;
}

async function exportRecord(flags: OfficeFlags, file: string | undefined): Promise<number> {
  return save(flags, "/api/record/export", file);
}

async function dump(flags: OfficeFlags, file: string | undefined): Promise<number> {
  return save(flags, "/api/database/dump", file);
}

async function save(flags: OfficeFlags, path: string, file: string | undefined): Promise<number> {
  await withClient(flags, async (office) => {
    const stream = Readable.from(await office.stream(path));
    if (file === undefined) {
      // Parts are bytes, and one may end in the middle of a letter.
      const decoder = new TextDecoder();
      for await (const part of stream) await print(decoder.decode(part as Uint8Array, { stream: true }));
      return;
    }
    const out = createWriteStream(userPath(file), { mode: 0o600 });
    if (file.endsWith(".gz")) await pipeline(stream, createGzip(), out);
    else await pipeline(stream, out);
    say(file);
  });
  return 0;
}

async function restore(_flags: OfficeFlags, file: string | undefined): Promise<number> {
  if (file === undefined)
    throw new AllmendError("argument-missing", "input", "the file to restore is missing", { hint: "allmend db restore FILE" });
  const database = await openOwn();
  try {
    const raw = createReadStream(userPath(file));
    const input = file.endsWith(".gz") ? raw.pipe(createGunzip()) : raw;
    raw.once("error", (error) => input.destroy(error));
    const { rows, at } = await restoreDatabase(database, createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }));
    await print(`${rows}  ${at}\n`);
  } finally {
    await database.close();
  }
  return 0;
}

function openOwn() {
  const url = process.env.DATABASE_URL;
  homeFolder();
  return openDatabase(url === undefined || url === "" ? { folder: join(home(), "database") } : { url });
}
