// Deployments and incidents as files and records tell them: the same for `delivery` and for everything that scans.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Command } from "commander";
import { type Deployment, deploymentsOnRecord, type Incident, incidentsOnRecord, readDeployments, readIncidents } from "#facts";
import { AllmendError, type Problem, sha256 } from "#kit";
import type { Program } from "#program";
import { userPath } from "./environment.ts";

export interface DeliveryFiles {
  readonly deployments?: readonly string[];
  readonly incidents?: readonly string[];
}

export interface ToldDeliveries {
  readonly deployments: readonly Deployment[];
  /** Absent: nothing says whether there were incidents, and the failure rate is unknown. */
  readonly incidents?: readonly Incident[];
  readonly problems: readonly Problem[];
  /** What was read, for those who want the same result again. */
  readonly files: readonly { readonly name: string; readonly digest: string }[];
}

const LARGEST = 256_000_000;

export function withDeliveryFiles(command: Command): Command {
  return command
    .option("--deployments <files...>", "deployments: CSV, JSON or JSON Lines (own form, DevLake, GitHub, GitLab)")
    .option("--incidents <files...>", "incidents: CSV, JSON or JSON Lines (own form, DevLake, GitHub, GitLab, Jira)");
}

/** `portable`: files are called by their names alone, because results hold no path of the machine that made them. */
export async function deliveriesTold(files: DeliveryFiles, program: Program, portable?: "portable"): Promise<ToldDeliveries> {
  const [deployments, incidents] = [await contents(files.deployments, portable), await contents(files.incidents, portable)];
  const [deployed, happened] = [readDeployments(deployments), readIncidents(incidents)];
  const recorded = incidentsOnRecord(program.records);
  return {
    deployments: [...deployed.deployments, ...deploymentsOnRecord(program.records)],
    ...(happened.heard || recorded.length > 0 ? { incidents: [...happened.incidents, ...recorded] } : {}),
    problems: [...deployed.problems, ...happened.problems],
    files: [...deployments, ...incidents].map(({ file, content }) => ({ name: basename(file), digest: sha256(content) })),
  };
}

async function contents(paths: readonly string[] = [], portable: "portable" | undefined): Promise<{ file: string; content: Uint8Array }[]> {
  const read: { file: string; content: Uint8Array }[] = [];
  for (const path of paths) {
    read.push({ file: portable ? basename(path) : path, content: await bounded(path) });
  }
  return read;
}

/** A pipe and a device have no size of their own: what comes is counted. */
async function bounded(path: string): Promise<Uint8Array> {
  if ((await stat(userPath(path))).isDirectory())
    throw new AllmendError("is-a-folder", "input", `${path} is a folder`, { hint: "Name the file." });
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of createReadStream(userPath(path)) as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > LARGEST)
      throw new AllmendError("file-too-large", "input", `${path} is larger than 256 MB`, { hint: "Export a year at a time." });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
