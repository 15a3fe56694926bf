// A program for an organisation that has none: written once, explained everywhere, and never over something that is there.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { LineCounter } from "yaml";
import { AllmendError } from "#kit";
import { assemble, loadProgram } from "../load/program.ts";
import { type Language, languages, type Program } from "../model.ts";
import { PackReader, type PackFiles } from "../packs/read-packs.ts";
import { ProblemList } from "../read/problems.ts";
import { YamlPage } from "../read/yaml.ts";
import { type BusinessAnswers, proposeModels } from "./business/propose-models.ts";
import type { Proposal } from "./found.ts";
import { organizationText } from "./write/organization.ts";
import { copiedPages, licensesText, type PageInput, policyText, strategyText } from "./write/pages.ts";
import { initWords } from "./write/words.ts";

export interface InitAnswers {
  readonly organization: string;
  readonly domains?: readonly string[];
  readonly forges?: readonly string[];
  readonly executives?: readonly string[];
  /** Answers to the questions on business models; absent: none were asked. */
  readonly business?: BusinessAnswers;
  /** Objectives of the pack that are wanted; all where none is named. */
  readonly objectives?: readonly string[];
  /** Languages of the documents, the first being that of plain texts. */
  readonly languages?: readonly Language[];
}

export interface InitOptions {
  readonly packsFolder: string;
  readonly measures: ReadonlySet<string>;
  /** Name of the pack that it builds on. */
  readonly pack: string;
  /** `extend`: pages that add to the pack's; `copy`: the pack's pages as one's own. */
  readonly style?: "extend" | "copy";
  /** Language of comments and texts. */
  readonly language: Language;
  readonly answers: InitAnswers;
  readonly proposal?: Proposal;
  /** Replaces files that are there. */
  readonly overwrite?: boolean;
  /** ISO moment or day: from when the policies hold. */
  readonly now: string;
}

export interface WrittenFile {
  /** Path below the program's folder. */
  readonly path: string;
  /** `kept`: it was there, and stays as it was. */
  readonly action: "written" | "replaced" | "kept";
}

const nothing: Proposal = { forges: [], units: [], teams: [], products: [], leftOut: [] };

/** Writes a program that validates. Throws AllmendError where the pack is not there or has errors. */
export async function initProgram(folder: string, options: InitOptions): Promise<readonly WrittenFile[]> {
  const files = await programFiles(options);
  const written: WrittenFile[] = [];
  for (const [path, content] of files) written.push({ path, action: await write(join(folder, path), content, options.overwrite === true) });
  return written;
}

async function write(file: string, content: string, overwrite: boolean): Promise<WrittenFile["action"]> {
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, content, { flag: "wx" });
    return "written";
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || error.code !== "EEXIST") throw error;
    if (!overwrite) return "kept";
    await writeFile(file, content);
    return "replaced";
  }
}

/** The documents by path, sorted: the same for the same input. */
export async function programFiles(options: InitOptions): Promise<ReadonlyMap<string, string>> {
  const { packs, program } = await readPack(options);
  const [pack] = packs;
  if (!pack) throw new AllmendError("pack-unknown", "input", `there is no pack "${options.pack}"`);
  const { answers, language } = options;
  const proposal = options.proposal ?? nothing;
  const words = initWords[language];
  const business = answers.business === undefined ? undefined : proposeModels(answers.business);
  const copied = options.style === "copy";
  const name = `${pack.name}@${pack.version}`;
  const said = answers.languages ?? [
    language,
    ...languages.filter((other) => other !== language && pack.document.value.languages.includes(other)),
  ];
  const page: PageInput = {
    name: answers.organization,
    language,
    owner: Object.keys(pack.document.value.teams ?? {})[0],
    today: new Date(options.now).toISOString().slice(0, 10),
    objectives: answers.objectives ?? [],
    words,
  };
  const files = new Map<string, string>([
    [
      "organization.yaml",
      organizationText(
        {
          name: answers.organization,
          extends: copied ? [pack.document.value.extends ?? []].flat() : [name],
          languages: said,
          domains: answers.domains ?? [],
          forges: answers.forges ?? proposal.forges,
          executives: answers.executives ?? [],
          ...(business ? { business } : {}),
          proposal,
          packs: packs.map(({ document }) => document.value),
          copied,
        },
        words,
      ),
    ],
    ["README.md", words.readme(answers.organization, name)],
    ["licenses.yaml", licensesText(words)],
  ]);
  if (copied) {
    for (const [path, content] of copiedPages(pack.files, name, pack.document.value.languages[0] ?? "en")) files.set(path, content);
  } else {
    files.set("strategy.md", strategyText(program.strategy, page));
    for (const policy of program.policies) files.set(`policies/${policy.area}.md`, policyText(policy, page));
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The pack as files with what it extends, and as the program that the organisation would have with it alone. */
async function readPack({
  packsFolder,
  pack,
  measures,
  answers,
}: InitOptions): Promise<{ readonly packs: readonly PackFiles[]; readonly program: Program }> {
  const problems = new ProblemList();
  const packs = await new PackReader([packsFolder], problems).read([{ text: pack, at: { file: "--pack", line: 1, column: 1 } }]);
  const alone = packs[0] ? await loadProgram(join(packsFolder, packs[0].name), { packsFolder, measures }) : undefined;
  const first = [...problems.sorted(), ...(alone?.problems ?? [])].find(({ severity }) => severity === "error");
  if (first) {
    const hint = [first.expected && `Expected: ${first.expected}.`, first.hint].filter(Boolean).join(" ");
    throw new AllmendError("pack-unusable", "input", `pack "${pack}" cannot be used: ${first.message}`, hint === "" ? {} : { hint });
  }
  const page = new YamlPage(
    { file: "organization.yaml", text: "", place: (line, column) => ({ line, column }) },
    new LineCounter(),
    undefined,
    undefined,
  );
  const document = { value: { organization: answers.organization }, page, replaced: new Set<string>(), position: () => page.position([]) };
  const sources = { folder: "", files: new Map(), own: { kind: "organization" as const, document }, packs, packsMissing: false };
  return { packs, program: assemble(sources, { measures }, new ProblemList()) };
}
