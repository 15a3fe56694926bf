// allmend report KIND [PATH...]: what goes along with a release of a product, and the page that says whether it may go.
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Command, InvalidArgumentError } from "commander";
import { identifyLicense } from "#facts";
import { AllmendError, canonicalJson } from "#kit";
import { fill } from "#look";
import { type ArtefactInput, readResult, type ReportKind, reportKinds } from "#publish";
import type { ScanResult, Target } from "#scan";
import { findProgram, programToTell, readProgram, requireProgram } from "../load-program.ts";
import { type Program, shippedFrameworks } from "#program";
import { language, packsFolder, ownCache, print, say, userPath } from "../environment.ts";
import { type ScanFlags, withScanning } from "../options.ts";
import { legalTexts } from "../report/legal-files.ts";
import { printPdf } from "../report/pdf.ts";
import { writeFolder } from "../report/write-folder.ts";
import { suppliersNow } from "../suppliers/now.ts";
import { lastResult, rememberResult, runScan } from "../run-scan.ts";
import { cliWords } from "../words.ts";

const MOST_NOTES = 20;

interface Flags extends ScanFlags {
  readonly product?: string;
  readonly release?: string;
  readonly item?: string;
  readonly format?: string;
  readonly output?: string;
  readonly against?: string;
  readonly framework?: string;
}

export function define(command: Command, exit: (code: number) => void): void {
  const kinds = reportKinds.map(({ id, summary }) => `${id} (${summary})`).join("; ");
  withScanning(
    command
      .argument("<kind>", kinds, kindOf)
      .argument("[paths...]", "folders that hold repositories, or repositories; without them the last result answers"),
  )
    .option("--product <id>", "for which product; not needed where there is one")
    .option("--release <version>", "for which release of it")
    .option("--item <supplier/item>", "about what we buy (gaps, clauses, questionnaire)")
    .option("--framework <id>", "which one alone: iso-5230, iso-18974, ggi, todo, finos, or your own (conformance)")
    .option("--format <format>", `${reportKinds.map(({ id, formats }) => `${id}: ${formats.join(", ")}`).join("; ")}`)
    .option("--output <file>", "write there instead of to standard output; of a site the folder")
    .option("--against <file>", "an earlier result.json: says what changed since (executive)")
    .action(async (kind: ReportKind, paths: string[], flags: Flags) => {
      const targets = paths.map((path) => ({ path: userPath(path) }));
      const format = formatOf(kind, flags);
      const result = kind.about === "item" && targets.length === 0 ? await suppliersNow(flags) : await resultOf(targets, flags, kind);
      const product = kind.about === undefined ? productOf(flags.product, result) : "";
      const against = flags.against === undefined ? undefined : await earlier(userPath(flags.against));
      const texts = kind.texts ? await legalTexts(result, product, targets, flags) : { files: new Map(), standard: new Map() };
      const { release: version, item } = flags;
      const spoken = language(flags.lang ?? languageOfSupplier(item, result));
      const input: ArtefactInput = {
        result,
        product,
        language: spoken,
        ...texts,
        identify: await identifyLicense(),
        ...(against === undefined ? {} : { against }),
        ...(kind.frameworks ? await frameworksFor(result, flags) : {}),
        ...(version === undefined ? {} : { version }),
        ...(item === undefined ? {} : { item }),
      };
      if (kind.folder) await writeSite(await kind.folder(input), kind, flags.output);
      else if (format === "pdf") await writePdf(await kind.write(input, format), result.now, kind.onePage, flags.output);
      else await write(await kind.write(input, format), flags.output);
      exit(0);
    });
}

/** Those that come with Allmend, those of the program in place of them or beside them. */
async function frameworksFor({ program }: ScanResult, { framework }: Flags): Promise<Pick<ArtefactInput, "frameworks" | "framework">> {
  const own = program.frameworks ?? [];
  const shipped = await shippedFrameworks(packsFolder);
  const frameworks = [...shipped.filter(({ id }) => !own.some((one) => one.id === id)), ...own];
  if (framework === undefined) return { frameworks };
  if (frameworks.some(({ id, items }) => id === framework && items.length > 0)) return { frameworks, framework };
  throw new AllmendError("unknown-framework", "not-found", `there is no framework "${framework}"`, {
    hint: `There are: ${frameworks
      .filter(({ items }) => items.length > 0)
      .map(({ id }) => id)
      .join(", ")}.`,
  });
}

function kindOf(text: string): ReportKind {
  const kind = reportKinds.find(({ id }) => id === text);
  if (kind) return kind;
  throw new InvalidArgumentError(`reports are: ${reportKinds.map(({ id }) => id).join(", ")}.`);
}

function formatOf(kind: ReportKind, { format, json }: Flags): string {
  const wanted = json ? "json" : (format ?? kind.formats[0] ?? "json");
  if (kind.formats.includes(wanted)) return wanted;
  throw new AllmendError("unknown-report-format", "input", `${kind.id} is not written as ${wanted}`, {
    hint: `Use one of: ${kind.formats.join(", ")}.`,
  });
}

async function resultOf(targets: readonly Target[], flags: Flags, kind: ReportKind): Promise<ScanResult> {
  const folders = targets.map(({ path }) => path);
  if (targets.length > 0) {
    const found = findProgram(flags.program, folders);
    const cache = await ownCache(flags);
    const { program, problems, whole } = tellsTheOffice(kind)
      ? await programToTell(found, folders, cache, language(flags.lang))
      : { ...(await requireProgram(found, folders, cache, language(flags.lang))), whole: true };
    const result = await runScan({ targets, program, problems, flags, failOn: "deny" });
    // The steps of a release are taken from the same result; not from one of which parts are left out.
    if (whole) await rememberResult(result);
    return result;
  }
  const unused = (["matrix", "online", "history"] as const).find((option) => flags[option] !== undefined);
  if (unused)
    throw new AllmendError("option-needs-path", "input", `--${unused} says how repositories are read, and no repository is named`, {
      hint: `Name a PATH; without one the last result answers as it is.`,
    });
  const last = await lastResult();
  if (!last)
    throw new AllmendError("no-result", "not-found", "there is no result to report from yet", {
      hint: 'Name a PATH, or run "allmend scan PATH" first.',
    });
  return withRecords(last, flags);
}

/** Reports about all of us to people who read them. What goes along with a release, and what everybody may see, is not made from half a program. */
function tellsTheOffice({ about, folder }: ReportKind): boolean {
  return about === "organization" && folder === undefined;
}

/** A letter is in the language of whom it is for. */
function languageOfSupplier(item: string | undefined, { suppliers }: ScanResult): string | undefined {
  return item === undefined ? undefined : suppliers.find(({ id }) => item.startsWith(`${id}/`))?.language;
}

/** What was recorded since counts: beside the program that is named, else beside the one where the user stands, if the result is of its organisation. */
async function withRecords(last: ScanResult, flags: Flags): Promise<ScanResult> {
  const found = findProgram(flags.program, []);
  if (found.fallback) return last;
  const read = await readProgram(found);
  const program = read.program ?? (flags.program === undefined ? undefined : read.partial);
  if (!program || (flags.program === undefined && program.organization.name !== last.program.organization.name)) return last;
  if (whatIsTold(program) !== whatIsTold(last.program))
    say(fill(cliWords(language(flags.lang)).programChanged, { location: found.location }, language(flags.lang)));
  return { ...last, program: { ...last.program, records: program.records } };
}

/** What reports tell of a program's own words, wherever they stand in its pages: another text is told from the next run on. */
function whatIsTold({ organization, strategy, policies }: Program): string {
  const told = { name: organization.name, business: organization.business, site: organization.site, strategy, policies };
  return canonicalJson(JSON.parse(JSON.stringify(told, (key, value: unknown) => (key === "position" ? undefined : value))));
}

function productOf(given: string | undefined, result: ScanResult): string {
  const products = result.program.organization.products.map(({ id }) => id);
  const [only] = products;
  if (given === undefined && products.length === 1 && only !== undefined) return only;
  if (given !== undefined && products.includes(given)) return given;
  const hint = products.length === 0 ? "organization.yaml names none." : `There are: ${products.slice(0, 20).join(", ")}.`;
  if (given === undefined)
    throw new AllmendError("report-without-product", "input", "a report is about a product, and none is named", {
      hint: `Add --product. ${hint}`,
    });
  throw new AllmendError("unknown-product", "not-found", `there is no product "${given}"`, { hint });
}

async function write(pieces: Iterable<string>, output: string | undefined): Promise<void> {
  if (output === undefined) return print(pieces);
  const file = userPath(output);
  await mkdir(dirname(file), { recursive: true });
  await pipeline(Readable.from(pieces), createWriteStream(file));
  say(file);
}

async function writeSite(
  { files, notes }: { readonly files: ReadonlyMap<string, string>; readonly notes: readonly string[] },
  { id }: ReportKind,
  output: string | undefined,
): Promise<void> {
  if (output === undefined) throw needsOutput(`${id} is a folder of files`);
  const folder = userPath(output);
  await writeFolder(folder, files);
  for (const note of notes.slice(0, MOST_NOTES)) say(note);
  if (notes.length > MOST_NOTES) say(`… ${notes.length - MOST_NOTES}`);
  say(folder);
}

async function writePdf(html: Iterable<string>, now: string, onePage: true | undefined, output: string | undefined): Promise<void> {
  if (output === undefined && process.stdout.isTTY) throw needsOutput("a PDF is no text for a terminal");
  const pdf = await printPdf(html, now, onePage);
  if (output === undefined) {
    process.stdout.write(pdf);
    return;
  }
  const file = userPath(output);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, pdf);
  say(file);
}

function needsOutput(why: string): AllmendError {
  return new AllmendError("report-needs-output", "input", `${why}, and no --output says where it goes`, { hint: "Add --output." });
}

async function earlier(file: string): Promise<ScanResult> {
  const result = await readResult(file).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      throw new AllmendError("path-missing", "not-found", `${file} does not exist`, { hint: "Correct the path of --against." });
    return undefined;
  });
  if (result) return result;
  throw new AllmendError("not-a-result", "input", `${file} is no result of this version`, {
    hint: 'Name a result.json that "allmend scan --json" wrote.',
  });
}
