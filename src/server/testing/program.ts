// A program without policies, for tests that need an organisation: two units, a legal team, an office.
import type { Organization, Program } from "#program";
import type { LoadedProgram } from "../deps.ts";

const position = { file: "organization.yaml", line: 1, column: 1 };

const organization: Organization = {
  id: "example",
  name: "Example",
  languages: ["en"],
  domains: ["example.org"],
  forges: [],
  units: [
    { id: "claims", name: { en: "Claims" } },
    { id: "life", name: { en: "Life" } },
  ],
  teams: [
    { id: "legal", lead: "lea", members: ["luc"], deputies: [] },
    { id: "claims-team", lead: "carl", members: ["cora"], deputies: [], unit: "claims" },
    { id: "life-team", lead: "lina", members: [], deputies: [], unit: "life" },
  ],
  executives: ["eva"],
  boards: [{ id: "osrb", name: { en: "Board" }, lanes: { legal: 1 }, quorum: 1 }],
  products: [
    {
      id: "portal",
      name: { en: "Portal" },
      unit: "claims",
      owner: "claims-team",
      criticality: "high",
      models: [],
      deliverables: [{ id: "app", distribution: "hosted", repositories: ["portal"] }],
      position,
    },
  ],
  parameters: {},
  position,
};

export function smallProgram(changes: Partial<Organization> = {}): LoadedProgram {
  const program: Program = {
    location: "test",
    digest: "0".repeat(64),
    packs: [],
    organization: { ...organization, ...changes },
    policies: [],
    licenses: { categories: [], choices: [], curations: [], waivers: [] } as unknown as Program["licenses"],
    records: [],
  };
  return { program, digest: program.digest };
}
