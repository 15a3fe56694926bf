// A project as the public sees it: what it is, how it stands, under which licence.
import type { ResultRepository } from "#scan";
import { webAddress } from "./public.ts";

export type ProjectState = "archived" | "incubating" | "released" | "quiet" | "developing" | "unknown";

export interface Project {
  readonly id: string;
  /** Last part of its id. */
  readonly name: string;
  /** Name of its page and its files: only letters, digits and `-`. */
  readonly slug: string;
  readonly description?: string;
  readonly address: string;
  readonly license?: string;
  readonly state: ProjectState;
  /** No stable first version yet. */
  readonly preliminary: boolean;
  readonly daysSinceRelease?: number;
  readonly releases?: number;
  readonly commits?: number;
  readonly contributing?: string;
  readonly securityPolicy: boolean;
  readonly publiccode: boolean;
  readonly checks: { readonly passed: number; readonly all: number };
  /** Ecosystems of the packages that it makes. */
  readonly makes: readonly string[];
  readonly packages: readonly string[];
}

const QUIET = 365;

export function projectsOf(repositories: readonly ResultRepository[]): readonly Project[] {
  const taken = new Set<string>();
  return repositories.map((repository) => {
    const project = projectOf(repository, slugOf(repository.id, taken));
    taken.add(project.slug);
    return project;
  });
}

function projectOf(repository: ResultRepository, slug: string): Project {
  const { id, facts, checks, own } = repository;
  const answered = checks.filter(({ outcome }) => outcome === "pass" || outcome === "fail");
  const number = (name: string) => (typeof facts[name] === "number" ? facts[name] : undefined);
  const text = (name: string) => (typeof facts[name] === "string" && facts[name] !== "" ? facts[name] : undefined);
  const [description, license, contributing] = [text("description"), text("license"), text("contributingPath")];
  const [daysSinceRelease, releases, commits] = [number("daysSinceRelease"), number("releases365Days"), number("commits365Days")];
  return {
    id,
    name: id.slice(id.lastIndexOf("/") + 1),
    slug,
    ...(description === undefined ? {} : { description }),
    address: webAddress(facts["origin"]) ?? "",
    ...(license === undefined ? {} : { license }),
    state: stateOf(repository),
    preliminary: (number("highestMajor") ?? 0) === 0,
    ...(daysSinceRelease === undefined ? {} : { daysSinceRelease }),
    ...(releases === undefined ? {} : { releases }),
    ...(commits === undefined ? {} : { commits }),
    ...(contributing === undefined ? {} : { contributing }),
    securityPolicy: facts["hasSecurityPolicy"] === true,
    publiccode: facts["hasPubliccode"] === true,
    checks: { passed: answered.filter(({ outcome }) => outcome === "pass").length, all: answered.length },
    makes: [...new Set(own.map(({ type }) => type))].sort(),
    packages: [...new Set(own.flatMap(({ name }) => name ?? []))].slice(0, 20),
  };
}

export function stateOf({ facts }: ResultRepository): ProjectState {
  if (facts["archived"] === true || facts["phase"] === "archived") return "archived";
  if (facts["incubatorFlagged"] === true || facts["phase"] === "incubating") return "incubating";
  const silent = facts["daysSinceCommit"];
  if (typeof silent !== "number") return "unknown";
  if (silent > QUIET) return "quiet";
  const { highestMajor: major, tags } = facts;
  return typeof major === "number" && major >= 1 && typeof tags === "number" ? "released" : "developing";
}

function slugOf(id: string, taken: ReadonlySet<string>): string {
  const plain =
    id
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .slice(0, 80)
      .replaceAll(/^-|-$/g, "") || "project";
  let slug = plain;
  for (let more = 2; taken.has(slug); more++) slug = `${plain}-${more}`;
  return slug;
}
