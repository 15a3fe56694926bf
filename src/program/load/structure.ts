// Structure follows strategy: what is older than the strategy cannot have been made for it. By the days that documents say, else by their history.
import { phrase } from "#kit";
import type { Organization, Program, Strategy } from "../model.ts";
import { olderThanStrategy } from "../structure.ts";
import type { Checked } from "../read/check.ts";
import { ProblemList } from "../read/problems.ts";
import { readYaml } from "../read/yaml.ts";
import type { OrganizationDocument } from "../schema/organization.ts";

/** `organization.yaml` as it last was before there was a `strategy.md`, with the days of both. */
export interface Before {
  readonly begin: string;
  readonly at: string;
  readonly text: string;
}

export function checkStructure(organization: Organization, strategy: Strategy, problems: ProblemList): void {
  for (const { id, since, begin, position } of olderThanStrategy(organization, strategy)) {
    if (position === undefined) continue;
    problems.warn("structure-before-strategy", position, phrase`"${id}" is there since ${since}, the strategy since ${begin}`, {
      hint: phrase`Structure follows strategy: look whether the strategy still wants it so, and say since when it does.`,
    });
  }
}

/** With what the history of the documents shows of boards and teams that do not say since when they are there. */
export function withHistory(program: Program, document: Checked<OrganizationDocument>, before: Before): Program {
  const { organization, strategy } = program;
  if (!strategy || strategy.pack !== undefined) return program;
  const then = structureIn(before.text);
  const looked = <Part extends { readonly id: string; readonly since?: string }>(key: "boards" | "teams", parts: readonly Part[]) =>
    parts.map((part) =>
      part.since !== undefined || !then[key].has(part.id)
        ? part
        : { ...part, seen: before.at, position: document.position([key, part.id], "key") },
    );
  const boards = looked("boards", organization.boards);
  const teams = looked("teams", organization.teams);
  return { ...program, organization: { ...organization, boards, teams }, strategy: { ...strategy, seen: before.begin } };
}

function structureIn(text: string): Record<"boards" | "teams", ReadonlySet<string>> {
  const page = readYaml({ file: "organization.yaml", text, place: (line, column) => ({ line, column }) }, new ProblemList());
  const keysOf = (value: unknown) =>
    new Set(typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : []);
  const top = (page.value ?? {}) as Readonly<Record<string, unknown>>;
  return { boards: keysOf(top["boards"]), teams: keysOf(top["teams"]) };
}
