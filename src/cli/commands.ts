// The one registry of commands: a command is one file and one line here. Loaded only when asked for, so that starting stays quick.
import type { Command } from "commander";

export interface CommandModule {
  /** Adds arguments, options and the action; the action returns the exit code through `exit`. */
  define(command: Command, exit: (code: number) => void): void;
}

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<CommandModule>;
}

export const commands: readonly CommandEntry[] = [
  {
    name: "start",
    summary: "scan, print the summary, write result and report, serve the report",
    load: () => import("./commands/start.ts"),
  },
  {
    name: "init",
    summary: "write a program: strategy, policies, products and owners, proposed from what is found",
    load: () => import("./commands/init.ts"),
  },
  { name: "validate", summary: "check the documents of a program", load: () => import("./commands/validate.ts") },
  { name: "test", summary: "run the examples of a program's rules", load: () => import("./commands/test.ts") },
  { name: "diff", summary: "show where a program departs from the pack that it extends", load: () => import("./commands/diff.ts") },
  { name: "scan", summary: "read repositories and say what the rules say of them", load: () => import("./commands/scan.ts") },
  { name: "adopt", summary: "record today's findings as a baseline with owners and due dates", load: () => import("./commands/adopt.ts") },
  { name: "fix", summary: "write the files that a repository lacks, as a patch to review", load: () => import("./commands/fix.ts") },
  {
    name: "inventory",
    summary: "list the components of repositories, as CycloneDX, SPDX or JSON",
    load: () => import("./commands/inventory.ts"),
  },
  { name: "identify", summary: "name the licences of files and folders", load: () => import("./commands/identify.ts") },
  {
    name: "delivery",
    summary: "how products deliver: the four DORA keys with their levels, from deployments and incidents, else from tags",
    load: () => import("./commands/delivery.ts"),
  },
  {
    name: "community",
    summary: "how the people around each repository are doing: who comes and goes, what hangs on how few, releases",
    load: () => import("./commands/community.ts"),
  },
  {
    name: "survey",
    summary:
      "ask teams how they deliver, or how open source is supported: write a form, put answers on record, set what is said beside what is measured",
    load: () => import("./commands/survey.ts"),
  },
  {
    name: "record",
    summary: "put on record what only people can say: attestations, evidence, releases, deployments, incidents, deliveries, VEX",
    load: () => import("./commands/record.ts"),
  },
  {
    name: "import",
    summary: "take in what others found: vulnerabilities, VEX, licences of files, deliveries of suppliers",
    load: () => import("./commands/import.ts"),
  },
  {
    name: "report",
    summary: "what goes along with a release: notices, SBOM, written offer, source; and the page on compliance",
    load: () => import("./commands/report.ts"),
  },
  {
    name: "check",
    summary: "may I use this component? where is it used? is this repository fine?",
    load: () => import("./commands/check.ts"),
  },
  {
    name: "program",
    summary: "send the program to the server, or say what it would change there",
    load: () => import("./commands/program.ts"),
  },
  { name: "serve", summary: "the office as a server: API, sign-in, cases, workers", load: () => import("./commands/serve.ts") },
  { name: "work", summary: "one more worker for the jobs of a server on PostgreSQL", load: () => import("./commands/work.ts") },
  {
    name: "db",
    summary: "the database of the office: its state, whether anybody changed the record, dumps",
    load: () => import("./commands/db.ts"),
  },
  { name: "user", summary: "people of the office and their roles, from the server's machine", load: () => import("./commands/user.ts") },
  { name: "token", summary: "tokens of the office for CI and scripts", load: () => import("./commands/token.ts") },
  {
    name: "why",
    summary: "walk the chain of anything that has an id: what it is there for, what comes of it",
    load: () => import("./commands/why.ts"),
  },
];
