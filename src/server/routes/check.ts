// May I use this component? Where is it used? Where does this vulnerability meet us? Asked by developers and their tools, answered by the program in force and what is known now.
import { z } from "zod";
import { outcomes, type Program } from "#program";
import { type Answer, checks } from "#scan";
import { currentRepositories, type Database, findingsAbout, type Units, versionsIn, vulnerabilityNamed } from "#store";
import { known } from "../access/known.ts";
import { seenResult, visibleProgram } from "../access/visible-program.ts";
import type { Deps } from "../deps.ts";
import { word } from "../http/parameters.ts";
import { judgedProgram } from "../judging/judged-program.ts";
import { type KnownResults, knownResults, resultAbout } from "../office/judging.ts";
import { purlMeant } from "../office/named.ts";
import type { RouteModule } from "./index.ts";

const told = z.object({ id: z.string(), statement: z.record(z.string(), z.string()), remedy: z.record(z.string(), z.string()).optional() });

export const checkRoutes: RouteModule = {
  name: "check",
  register(app, deps) {
    const results = knownResults();

    app.route({
      method: "GET",
      url: "/api/check",
      schema: {
        operationId: "check",
        tags: ["components"],
        summary:
          "May I use this component (with a version)? Where is it used (with a range, or without)? Are we affected by this vulnerability? Is this repository fine?",
        querystring: z.object({
          what: word(4000).describe(
            "`pkg:npm/name@1.2.3`, `pkg:npm/name@<2`, `name@1.2.3`, `name`, `CVE-2021-44228` or another name of a vulnerability, or the name of a repository.",
          ),
          product: word().optional().describe("For which product; all that you see where absent."),
          license: word(2000).optional().describe("Licence of a component that nobody has seen yet."),
        }),
        response: {
          200: z.object({
            answer: z
              .looseObject({ asked: z.string(), question: z.string(), outcome: z.string() })
              .describe("As `allmend check --json` gives it."),
            rules: z.array(told).describe("What the rules say that speak in it."),
            now: z.iso.datetime(),
            knowledge: z.string().describe("Which knowledge of licences it rests on."),
          }),
        },
      },
      config: { permission: "results:read" },
      async handler(request) {
        const { what, product, license } = request.query;
        const now = deps.clock().toISOString();
        const program = visibleProgram(await judgedProgram(deps), known(request));
        const answer = await answerTo(deps, results, { program, now, what, product, license, units: known(request).units });
        return { answer: { ...answer }, rules: rulesIn(answer, program), now, knowledge: await knowledge() };
      },
    });
  },
};

interface Question {
  readonly program: Program;
  readonly now: string;
  readonly what: string;
  readonly units: Units;
  readonly product?: string | undefined;
  readonly license?: string | undefined;
}

async function answerTo({ database }: Deps, results: KnownResults, asked: Question): Promise<Answer> {
  const { program, now, product, license, units } = asked;
  const { asksWhere, checkUse, impactOf, VULNERABILITY_ID } = await checks();
  if (VULNERABILITY_ID.test(asked.what)) return aboutVulnerability(database, results, asked);
  const repository = asked.what.startsWith("pkg:") ? undefined : await aboutRepository(database, asked);
  if (repository) return repository;
  const what = asked.what.startsWith("pkg:") ? asked.what : await purlMeant(database, asked.what, units);
  const where = asksWhere(what);
  // A range that cannot be read is refused before anything is looked up.
  if (where) await versionsIn(database.sql, what);
  const name = where ? what.replace(/@[^/]*$/, "") : what;
  const result = seenResult(await resultAbout(database.sql, results, program, now, name), program);
  if (where) return impactOf(what, result, product);
  return checkUse(what, result, { ...(product === undefined ? {} : { product }), ...(license === undefined ? {} : { license }) });
}

async function aboutVulnerability(
  { sql }: Database,
  results: KnownResults,
  { what, program, now, product, units }: Question,
): Promise<Answer> {
  const { vulnerabilityOf } = await checks();
  const [last, about] = await Promise.all([resultAbout(sql, results, program, now, ""), vulnerabilityNamed(sql, what, units)]);
  return vulnerabilityOf(what, seenResult({ ...last, ...about }, program), product);
}

const MOST_FINDINGS = 500;

/** A repository of this name, as far as the caller sees its products. */
async function aboutRepository({ sql }: Database, { what, program, units }: Question): Promise<Answer | undefined> {
  const { checkRepository, repositoryNamed } = await checks();
  const products = new Set(program.organization.products.map(({ id }) => id));
  const all = await currentRepositories(sql);
  // Who sees every unit also sees what belongs to no product that there is now.
  const seen = units === "all" ? all : all.filter((each) => each.products.length === 0 || each.products.some((id) => products.has(id)));
  const known = repositoryNamed(what, seen);
  if (!known) return undefined;
  const subject = `repository:${known.id}`;
  const { findings } = await findingsAbout(sql, { subject }, units, MOST_FINDINGS);
  const counting = findings.filter(({ mode, waiver }) => mode === "enforce" && (waiver === undefined || waiver.expired));
  const outcome = outcomes.findLast((each) => counting.some((finding) => finding.outcome === each)) ?? "allow";
  return checkRepository(known.id, { repositories: [known], findings, verdicts: [{ subject, outcome, findings: [] }] });
}

function rulesIn({ findings }: Answer, { policies }: Program): z.input<typeof told>[] {
  const speaking = new Set(findings.map(({ rule }) => rule));
  return policies
    .flatMap(({ rules }) => rules)
    .filter(({ id }) => speaking.has(id))
    .map(({ id, statement, remedy }) => ({ id, statement: { ...statement }, ...(remedy ? { remedy: { ...remedy } } : {}) }));
}

async function knowledge(): Promise<string> {
  return (await import("#facts")).knowledgeVersion;
}
