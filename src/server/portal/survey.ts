// An answer to the self-assessment: on record without anybody's name, and said against measured at once to the one who gave it.
import { createHmac, randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ANSWER, answerData, answersOnRecord, type SurveyAnswer } from "#facts";
import type { Language } from "#look";
import { type BandYear, bandYears, type DeliveryEntry } from "#measures";
import { portalPages } from "#publish";
import { measuredOf } from "#scan";
import { appendStored, transact } from "#store";
import { requireSubject } from "../access/subjects.ts";
import type { Caller } from "../access/caller.ts";
import type { Deps } from "../deps.ts";
import { filled, problem } from "../http/problem.ts";
import { standingOf } from "./standing.ts";

/** Who wrote the line: nobody is named. */
const NOBODY = "survey";

export async function answerSurvey(deps: Deps, caller: Caller, given: Omit<SurveyAnswer, "id">, language: Language) {
  const { result } = await standingOf(deps);
  const { program, deliveries } = result;
  requireSubject(caller, program.organization, given.about);
  if (!subjectsIn(result).includes(given.about))
    throw problem(
      422,
      "input-invalid",
      "There is no such product or repository",
      filled("It is about {subject}.", { subject: given.about.slice(0, 120) }),
    );
  const answer: SurveyAnswer = { ...given, id: await idOf(deps.home, caller.id, given.about) };
  // The day, not the moment: what was answered when is nobody's business.
  const at = `${deps.clock().toISOString().slice(0, 10)}T00:00:00.000Z`;
  const record = { kind: ANSWER, at, subject: answer.about, id: answer.id, data: answerData(answer) };
  await transact(deps.database, (tx) => appendStored(tx, [record], { at: deps.clock().toISOString(), by: NOBODY, policy: program.digest }));
  const answers = new Set(
    answersOnRecord(program.records)
      .filter(({ about }) => about === answer.about)
      .map(({ id }) => id),
  ).add(answer.id).size;
  const entry = measuredOf(answer.about, program.organization, deliveries);
  const { saidAgainstMeasured } = await portalPages();
  return { answers, keys: saidAgainstMeasured(answer, yearOf(entry), entry, language) };
}

/** What can be spoken of: products, and repositories that were measured. */
export function subjectsIn({ program, deliveries }: Awaited<ReturnType<typeof standingOf>>["result"]): readonly string[] {
  return [...new Set([...program.organization.products.map(({ id }) => `product:${id}`), ...deliveries.map(({ subject }) => subject)])];
}

function yearOf(entry: DeliveryEntry | undefined): BandYear {
  return bandYears.find((one) => one === entry?.year) ?? 2021;
}

/** The same for the same person and subject, so that a second answer takes the place of the first; without the server's key nobody can say whose it is. */
async function idOf(home: string, person: string, about: string): Promise<string> {
  return createHmac("sha256", await keyIn(home))
    .update(JSON.stringify([person, about]))
    .digest("hex")
    .slice(0, 32);
}

async function keyIn(home: string): Promise<Buffer> {
  const folder = join(home, "keys");
  const path = join(folder, "survey.key");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Two that make it at once end with the same one.
  await writeFile(path, randomBytes(32), { flag: "wx", mode: 0o600 }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== "EEXIST") throw cause;
  });
  return readFile(path);
}
