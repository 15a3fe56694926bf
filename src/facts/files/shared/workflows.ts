// GitHub workflows as data, with the lines of what checks look at.
import {
  arrayField,
  asObject,
  asText,
  type DataObject,
  entriesOf,
  field,
  objectField,
  type Positioned,
} from "../../lockfiles/shared/data.ts";
import { parseYaml } from "../../lockfiles/shared/yaml.ts";
import type { FileIndex } from "./file-index.ts";

const MAX_WORKFLOWS = 300;
const MAX_BYTES = 256 * 1024;
const MAX_TOTAL_BYTES = 4 * 1024 * 1024;

export interface Step {
  readonly uses?: string;
  readonly with?: DataObject;
  /** Scripts that run in it, with where their keys stand. */
  readonly scripts: readonly { readonly text: string; readonly line?: number }[];
  /** What runs its script: as the step, the job or the workflow says, else by the system (`pwsh` on Windows). */
  readonly shell: string;
  readonly line?: number;
}

export interface Job {
  readonly name: string;
  readonly permissions: unknown;
  /** A reusable workflow. */
  readonly uses?: string;
  readonly usesLine?: number;
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly path: string;
  readonly triggers: readonly string[];
  readonly permissions: unknown;
  readonly permissionsLine?: number;
  readonly jobs: readonly Job[];
}

export interface Workflows {
  readonly read: readonly Workflow[];
  /** Paths of those that are no YAML mapping. */
  readonly unreadable: readonly string[];
}

const cache = new WeakMap<FileIndex, Promise<Workflows>>();

/** The workflows of a repository, read once for all checks. */
export function workflowsOf(files: FileIndex): Promise<Workflows> {
  const known = cache.get(files);
  if (known) return known;
  const reading = readAll(files);
  cache.set(files, reading);
  return reading;
}

async function readAll(files: FileIndex): Promise<Workflows> {
  const entries = files.in(".github/workflows").filter((entry) => entry.kind === "file" && /\.ya?ml$/i.test(entry.name));
  const read: Workflow[] = [];
  const unreadable: string[] = [];
  const texts = await Promise.all(entries.slice(0, MAX_WORKFLOWS).map((entry) => files.text(entry, MAX_BYTES)));
  let total = 0;
  texts.forEach((text, at) => {
    const path = entries[at]?.path as string;
    total += text?.length ?? 0;
    const workflow = text === undefined || total > MAX_TOTAL_BYTES ? undefined : parseWorkflow(path, text);
    if (workflow) read.push(workflow);
    else unreadable.push(path);
  });
  unreadable.push(...entries.slice(MAX_WORKFLOWS).map((entry) => entry.path));
  return { read, unreadable };
}

/** Undefined for what is no YAML mapping. */
export function parseWorkflow(path: string, text: string): Workflow | undefined {
  let document: Positioned;
  try {
    document = parseYaml(text);
  } catch {
    return undefined;
  }
  const top = asObject(document.value);
  if (!top) return undefined;
  const on = field(top, "on") ?? field(top, "true");
  return {
    path,
    triggers: triggersOf(on),
    permissions: field(top, "permissions"),
    ...line("permissionsLine", document.lineOf(top, "permissions")),
    jobs: entriesOf(field(top, "jobs")).map(([name, job]) => jobOf(name, job, document, shellIn(top))),
  };
}

function triggersOf(on: unknown): string[] {
  if (typeof on === "string") return [on];
  if (Array.isArray(on)) return on.filter((trigger) => typeof trigger === "string");
  return entriesOf(on).map(([name]) => name);
}

function shellIn(holder: unknown): string | undefined {
  return asText(field(objectField(objectField(holder, "defaults"), "run"), "shell"));
}

/** The system that every run of the job is on: only where all are Windows is the shell another one. */
function systemShell(job: unknown): string {
  const on = field(job, "runs-on");
  const labels = (Array.isArray(on) ? on : [on]).map((label) => String(label ?? "").toLowerCase());
  const matrix = /\$\{\{\s*matrix\.([\w-]{1,60})\s*\}\}/.exec(labels[0] ?? "")?.[1];
  const holder = objectField(objectField(job, "strategy"), "matrix");
  const included = matrix === undefined ? [] : (arrayField(holder, "include") ?? []).map((one) => field(one, matrix));
  const systems =
    matrix === undefined ? labels : [...(arrayField(holder, matrix) ?? []), ...included].map((value) => String(value ?? "").toLowerCase());
  return systems.length > 0 && systems.every((system) => system.includes("windows")) ? "pwsh" : "bash";
}

function jobOf(name: string, job: unknown, document: Positioned, workflowShell: string | undefined): Job {
  const shell = shellIn(job) ?? workflowShell ?? systemShell(job);
  const uses = asText(field(job, "uses"));
  return {
    name,
    permissions: field(job, "permissions"),
    ...(uses === undefined ? {} : { uses }),
    ...line("usesLine", document.lineOf(job, "uses")),
    steps: (arrayField(job, "steps") ?? []).map((step) => stepOf(step, document, shell)),
  };
}

function stepOf(step: unknown, document: Positioned, shell: string): Step {
  const uses = asText(field(step, "uses"));
  const inputs = objectField(step, "with");
  const scripts: { text: string; line?: number }[] = [];
  const run = asText(field(step, "run"));
  if (run !== undefined) scripts.push({ text: run, ...line("line", document.lineOf(step, "run")) });
  const script = uses !== undefined && /^actions\/github-script@/i.test(uses) ? asText(field(inputs, "script")) : undefined;
  if (script !== undefined) scripts.push({ text: script, ...line("line", document.lineOf(inputs, "script")) });
  return {
    ...(uses === undefined ? {} : { uses }),
    ...(inputs ? { with: inputs } : {}),
    scripts,
    shell: asText(field(step, "shell")) ?? shell,
    ...line("line", document.lineOf(step, uses === undefined ? "run" : "uses")),
  };
}

function line<K extends string>(key: K, value: number | undefined): { readonly [P in K]?: number } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: number };
}
