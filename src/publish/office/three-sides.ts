// Co-creation, compliance, communities: what each of the three brought about, from facts of this run. What only a register could say is named, never counted as nothing.
import { type Registers, type Release, replayReleases } from "#program";
import type { ScanResult } from "#scan";

/** A number of something out of so many; `of` absent where there is no whole. `null`: nobody could say, and what it waits for. */
export interface SideFigure {
  readonly id: SideFigureId;
  readonly value: number | null;
  readonly of?: number;
  readonly needs?: "registers" | "collaborations" | "forks" | "change-requests" | "upstream-clones" | "domains" | "releases" | "history";
}

export const sides = {
  "co-creation": [
    "upstream-commits",
    "upstream-projects",
    "changes-accepted",
    "roles",
    "joint-projects",
    "partners",
    "cost-shared",
    "forks-avoided",
    "patches-offered",
    "patches-carried",
  ],
  compliance: ["obligations-settled", "licences-known", "releases-shipped", "releases-clean"],
  communities: ["alive", "broad", "external"],
} as const;
export type Side = keyof typeof sides;
export type SideFigureId = (typeof sides)[Side][number];

type Told = Omit<SideFigure, "id">;
type Figures<Of extends Side = Side> = Readonly<Record<(typeof sides)[Of][number], Told>>;

export function sideFigures(result: ScanResult): Readonly<Record<Side, readonly SideFigure[]>> {
  const figures: Figures = { ...coCreation(result), ...compliance(result), ...communities(result) };
  const of = (side: Side): SideFigure[] => sides[side].map((id) => ({ id, ...figures[id] }));
  return { "co-creation": of("co-creation"), compliance: of("compliance"), communities: of("communities") };
}

function coCreation(result: ScanResult): Figures<"co-creation"> {
  const { upstreams } = result;
  const cloned = upstreams.projects.flatMap(({ involvement }) => (involvement ? [involvement] : []));
  const ours = cloned.flatMap((involvement) => involvement.ours ?? []);
  const reason = cloned.length === 0 ? ("upstream-clones" as const) : ("domains" as const);
  const told = (count: (part: (typeof ours)[number]) => number, of?: number): Told =>
    ours.length === 0
      ? { value: null, needs: reason }
      : { value: ours.reduce((sum, part) => sum + count(part), 0), ...(of === undefined ? {} : { of }) };
  return {
    "upstream-commits": told(({ commits }) => commits),
    "upstream-projects": told(({ commits }) => (commits > 0 ? 1 : 0), ours.length),
    roles: told(({ maintainers }) => (maintainers > 0 ? 1 : 0), ours.length),
    "changes-accepted": accepted(result),
    ...together(result.program.registers?.collaborations),
    ...forked(
      result.program.registers?.forks,
      new Set(upstreams.projects.flatMap(({ project, involvement }) => (involvement?.ours?.commits ? [project] : []))),
    ),
  };
}

/** Of our change requests in projects of others, those that were taken. */
function accepted({ measures }: ScanResult): Told {
  const found = measures.filter(({ measure, value, of }) => measure === "contribution.acceptance" && value !== null && of !== undefined);
  const whole = found.filter(({ subject }) => subject === "organization");
  const told = whole.length > 0 ? whole : found;
  if (told.length === 0) return { value: null, needs: "change-requests" };
  return {
    value: told.reduce((sum, { value, of = 0 }) => sum + Math.round((value ?? 0) * of), 0),
    of: told.reduce((sum, { of = 0 }) => sum + of, 0),
  };
}

/** Joint projects, with how many, and in how many of them the cost is shared. */
function together(register: Registers["collaborations"]): Pick<Figures<"co-creation">, "joint-projects" | "partners" | "cost-shared"> {
  const nobodySays: Told = { value: null, needs: "collaborations" };
  if (!register) return { "joint-projects": nobodySays, partners: nobodySays, "cost-shared": nobodySays };
  const list = Object.values(register.collaborations);
  return {
    "joint-projects": { value: list.length },
    partners: { value: new Set(list.flatMap(({ partners }) => partners)).size },
    "cost-shared": { value: list.filter(({ share }) => share !== undefined && share < 1).length, of: list.length },
  };
}

/** Forks that were avoided are projects that took our changes and that we carry no copy of; patches say what we still carry and what was offered. */
function forked(
  register: Registers["forks"],
  contributed: ReadonlySet<string>,
): Pick<Figures<"co-creation">, "forks-avoided" | "patches-offered" | "patches-carried"> {
  const nobodySays: Told = { value: null, needs: "forks" };
  if (!register) return { "forks-avoided": nobodySays, "patches-offered": nobodySays, "patches-carried": nobodySays };
  const carried = new Set(register.forks.map(({ upstream }) => upstream));
  const patches = register.forks.flatMap((fork) => fork.patches ?? []);
  return {
    "forks-avoided": { value: [...contributed].filter((project) => !carried.has(project)).length },
    "patches-offered": { value: patches.filter(({ url }) => url !== undefined).length, of: patches.length },
    "patches-carried": { value: patches.length },
  };
}

function compliance({ obligations, components, program, now }: ScanResult): Figures<"compliance"> {
  const due = obligations.filter(({ state }) => state === "open" || state === "fulfilled" || state === "unknown");
  const shipped = replayReleases(program.records, now).releases.filter(({ state }) => state === "shipped" || state === "archived");
  return {
    "obligations-settled": { value: due.filter(({ state }) => state === "fulfilled").length, of: due.length },
    "licences-known": { value: components.filter(({ license }) => license !== undefined).length, of: components.length },
    "releases-shipped": shipped.length === 0 ? { value: null, needs: "releases" } : { value: shipped.length },
    "releases-clean":
      shipped.length === 0 ? { value: null, needs: "releases" } : { value: shipped.filter(isClean).length, of: shipped.length },
  };
}

/** It went out with nothing denied, nothing owed and no licence unknown, as its last step before shipping says. */
function isClean({ steps }: Release): boolean {
  const step = steps.findLast(({ findingsOpen }) => findingsOpen !== undefined);
  return step?.findingsOpen === 0 && (step.obligationsOpen ?? 0) === 0 && (step.unknownLicenses ?? 0) === 0;
}

function communities({ communities: list }: ScanResult): Figures<"communities"> {
  if (list.length === 0)
    return {
      alive: { value: null, needs: "history" },
      broad: { value: null, needs: "history" },
      external: { value: null, needs: "history" },
    };
  const told = list.flatMap(({ people }) => people ?? []);
  return {
    alive: { value: list.filter(({ withheld }) => withheld !== "nothing-to-measure").length, of: list.length },
    broad: { value: told.filter(({ absenceFactor }) => absenceFactor >= 2).length, of: list.length },
    external: { value: list.filter(({ people }) => people !== null).length, of: list.length },
  };
}
