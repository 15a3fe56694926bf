// Scorecard's answers about projects: our own repositories, the projects that the strategy names, and components whose package URL names a repository.
import type { Imported } from "#facts";
import { parsePurl } from "#kit";
import type { ScanContext } from "../context.ts";

class Scorecards {
  readonly #byProject: ReadonlyMap<string, number>;

  constructor(scorecards: Imported["scorecards"]) {
    const sorted = scorecards.filter(({ score }) => score !== undefined).sort((a, b) => (a.at < b.at ? -1 : 1));
    this.#byProject = new Map(sorted.map(({ project, score }) => [project.toLowerCase(), score ?? 0]));
  }

  /** The overall score, 0 to 10, of what an address or a package URL names; undefined where nothing was imported about it. */
  of(name: string): number | undefined {
    const project = projectOf(name);
    return project === undefined ? undefined : this.#byProject.get(project);
  }
}

const made = new WeakMap<Imported, Scorecards>();

/** The fact `scorecard` of what an address or a package URL names; empty where nothing was imported about it. */
export function scorecardFact(name: string, { imported }: Pick<ScanContext, "imported">): { scorecard?: number } {
  if (imported.scorecards.length === 0) return {};
  const scorecards = made.get(imported) ?? new Scorecards(imported.scorecards);
  made.set(imported, scorecards);
  const scorecard = scorecards.of(name);
  return scorecard === undefined ? {} : { scorecard };
}

const HOSTS: Readonly<Record<string, string>> = {
  github: "github.com",
  githubactions: "github.com",
  gitlab: "gitlab.com",
  bitbucket: "bitbucket.org",
};

/** `host/owner/name`, lower case. */
export function projectOf(name: string): string | undefined {
  const purl = parsePurl(name);
  if (purl) {
    const path = [...(purl.namespace?.split("/") ?? []), ...purl.name.split("/")];
    const host = Object.hasOwn(HOSTS, purl.type) ? HOSTS[purl.type] : undefined;
    const whole = host === undefined ? (purl.type === "golang" || purl.type === "swift" ? path : []) : [host, ...path];
    return whole.length >= 3 && whole[0]?.includes(".") ? whole.slice(0, 3).join("/").toLowerCase() : undefined;
  }
  const match = /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([a-z0-9.-]+\.[a-z]+)(?::\d+)?[/:]([^/]+)\/([^/#?]+?)(?:\.git)?(?:[/#?].*)?$/i.exec(name);
  return match ? `${match[1]}/${match[2]}/${match[3]}`.toLowerCase() : undefined;
}
