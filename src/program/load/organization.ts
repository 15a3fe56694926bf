// organization.yaml into the model: teams, boards, products; what it declares and what it refers to.
import { phrase } from "#kit";
import type { Board, Deliverable, LocalText, Organization, Product, ReferenceLine, Team } from "../model.ts";
import type { PublicSite } from "../site/types.ts";
import type { Checked } from "../read/check.ts";
import type { Path } from "../read/yaml.ts";
import type { OrganizationDocument } from "../schema/organization.ts";
import type { PackDocument } from "../schema/other.ts";
import { readBusiness } from "./business.ts";
import { type Context, localText } from "./context.ts";
import type { Parameters } from "./parameters.ts";

type ProductDocument = NonNullable<OrganizationDocument["products"]>[number];

/** A person or team of this name stands for nobody: "nobody yet". */
const nobody = "none";

export function readOrganization(document: Checked<OrganizationDocument>, parameters: Parameters, context: Context): Organization {
  const { value } = document;
  const language = context.languages[0] ?? "en";
  const local = (text: string | LocalText | undefined) => localText(text, language, context);
  for (const [index, unit] of (value.units ?? []).entries())
    context.references.declare("unit", unit.id, document.position(["units", index, "id"]));
  for (const executive of value.executives ?? []) context.references.declare("executive", executive);
  const teams = readTeams(document, context, local);
  const boards = readBoards(document, context, local);
  const products = (value.products ?? []).map((product, index) => readProduct(product, ["products", index], document, context, local));
  return {
    id: value.id ?? idFrom(value.organization),
    name: value.organization,
    languages: context.languages,
    ...(value["time-zone"] === undefined ? {} : { timeZone: value["time-zone"] }),
    domains: (value.domains ?? []).map((domain) => domain.toLowerCase()),
    forges: value.forges ?? [],
    ...(value.engineers === undefined ? {} : { engineers: value.engineers }),
    ...(value["names-of-people"] === undefined ? {} : { namesOfPeople: value["names-of-people"] }),
    units: (value.units ?? []).map((unit) => ({ id: unit.id, name: local(unit.name) ?? {} })),
    ...(value["units-apart"] ? { unitsApart: true } : {}),
    teams,
    executives: value.executives ?? [],
    boards,
    ...readBusiness(value.business, ["business"], document, context),
    products,
    ...readReferenceLines(document, context, local),
    ...readSite(value.site),
    parameters,
    position: document.position([]),
  };
}

function readReferenceLines(
  document: Checked<OrganizationDocument>,
  context: Context,
  local: (text: string | LocalText | undefined) => LocalText | undefined,
): { readonly referenceLines?: Organization["referenceLines"] } {
  const given = document.value["reference-lines"];
  if (!given) return {};
  const lines = Object.entries(given).map(([measure, list]) => {
    context.references.need(["measure"], measure, document.position(["reference-lines", measure], "key"));
    return [
      measure,
      list.map(({ at, label }): ReferenceLine => ({ label: local(label) ?? {}, value: Number.parseFloat(at) / 100 })),
    ] as const;
  });
  return { referenceLines: Object.fromEntries(lines) };
}

function readSite(site: OrganizationDocument["site"]): { readonly site?: PublicSite } {
  if (!site) return {};
  const { address, documents = [], projects = [], contacts = {} } = site;
  return { site: { ...(address === undefined ? {} : { address }), documents, projects, contacts } };
}

function readTeams(
  document: Checked<OrganizationDocument>,
  context: Context,
  local: (text: string | LocalText | undefined) => LocalText | undefined,
): Team[] {
  return Object.entries(document.value.teams ?? {}).map(([id, team]) => {
    context.references.declare("team", id, document.position(["teams", id], "key"));
    const lead = team.lead === nobody ? undefined : team.lead;
    const members = (team.members ?? []).filter((member) => member !== nobody);
    const deputies = (team.deputies ?? []).filter((deputy) => deputy !== nobody);
    for (const person of [lead, ...members, ...deputies]) if (person !== undefined) context.references.declare("person", person);
    context.references.need(["unit"], team.unit, document.position(["teams", id, "unit"]));
    const { unit, since } = team;
    const name = local(team.name);
    return {
      id,
      ...(name === undefined ? {} : { name }),
      ...(lead === undefined ? {} : { lead }),
      members,
      deputies,
      ...(unit === undefined ? {} : { unit }),
      ...(since === undefined ? {} : { since, position: document.position(["teams", id, "since"]) }),
    };
  });
}

function readBoards(
  document: Checked<OrganizationDocument>,
  context: Context,
  local: (text: string | LocalText | undefined) => LocalText | undefined,
): Board[] {
  return Object.entries(document.value.boards ?? {}).map(([id, board]) => {
    context.references.declare("board", id, document.position(["boards", id], "key"));
    for (const lane of Object.keys(board.lanes)) context.references.declare("lane", lane);
    const seats = Object.values(board.lanes).reduce((sum, count) => sum + count, 0);
    if (board.quorum !== undefined && board.quorum > seats) {
      context.problems.warn(
        "contradiction",
        document.position(["boards", id, "quorum"]),
        seats === 1
          ? phrase`the quorum is ${board.quorum}, and the lanes have one seat together`
          : phrase`the quorum is ${board.quorum}, and the lanes have ${seats} seats together`,
      );
    }
    return {
      id,
      name: local(board.name) ?? {},
      lanes: board.lanes,
      quorum: board.quorum ?? seats,
      ...(board.meets === undefined ? {} : { meets: board.meets }),
      ...(board.since === undefined ? {} : { since: board.since, position: document.position(["boards", id, "since"]) }),
    };
  });
}

function readProduct(
  product: ProductDocument,
  path: Path,
  document: Checked<OrganizationDocument>,
  context: Context,
  local: (text: string | LocalText | undefined) => LocalText | undefined,
): Product {
  const { references } = context;
  references.declare("product", product.id, document.position([...path, "id"]));
  references.need(["unit"], product.unit, document.position([...path, "unit"]));
  references.need(["team"], product.owner === nobody ? undefined : product.owner, document.position([...path, "owner"]));
  checkDeliverables(product, path, document, context);
  checkOpenCore(product, path, document, context);
  const boundary = product["open-core"];
  return {
    id: product.id,
    name: local(product.name) ?? { [context.languages[0] ?? "en"]: product.id },
    ...(product.unit === undefined ? {} : { unit: product.unit }),
    ...(product.owner === undefined || product.owner === nobody ? {} : { owner: product.owner }),
    criticality: product.criticality ?? "unknown",
    models: [...new Set([...(product.models ?? []), ...(product.business?.models ?? []).map(({ model }) => model)])],
    ...readBusiness(product.business, [...path, "business"], document, context),
    ...(product.differentiation === undefined ? {} : { differentiation: product.differentiation }),
    ...(boundary ? { openCore: boundary } : {}),
    deliverables: product.deliverables.map(
      ({ id, kind, distribution, repositories, "release-tags": releaseTags }): Deliverable => ({
        id,
        ...(kind === undefined ? {} : { kind }),
        distribution,
        repositories,
        ...(releaseTags === undefined ? {} : { releaseTags }),
      }),
    ),
    position: document.position(path),
  };
}

function checkDeliverables(product: ProductDocument, path: Path, document: Checked<OrganizationDocument>, context: Context): void {
  const seen = new Set<string>();
  for (const [index, { id }] of product.deliverables.entries()) {
    if (seen.has(id)) {
      context.problems.add(
        "duplicate-id",
        document.position([...path, "deliverables", index, "id"]),
        phrase`product "${product.id}" has a second deliverable "${id}"`,
        {
          expected: phrase`each id once`,
        },
      );
    }
    seen.add(id);
  }
}

function checkOpenCore(product: ProductDocument, path: Path, document: Checked<OrganizationDocument>, context: Context): void {
  const boundary = product["open-core"];
  if (!boundary) return;
  for (const [index, glob] of boundary.closed.entries()) {
    if (!boundary.core.includes(glob)) continue;
    context.problems.add(
      "contradiction",
      document.position([...path, "open-core", "closed", index]),
      phrase`"${glob}" is core and closed at once`,
      {
        expected: phrase`each repository on one side of the boundary`,
      },
    );
  }
  if (product.models?.includes("open-core") || product.business?.models.some(({ model }) => model === "open-core")) return;
  context.problems.warn(
    "contradiction",
    document.position([...path, "open-core"], "key"),
    phrase`product "${product.id}" has the boundary of an open core, and no such business model`,
    {
      hint: phrase`Add open-core to its models, or take the boundary out.`,
    },
  );
}

/** The organisation that stands in for the one that will use a pack, while the pack is looked at alone. */
export function organizationOfPack(document: Checked<PackDocument>, parameters: Parameters, context: Context): Organization {
  const { value } = document;
  const title = typeof value.title === "string" ? value.title : (value.title.en ?? value.title.de ?? value.pack);
  return {
    id: value.pack,
    name: title,
    languages: context.languages,
    domains: [],
    forges: [],
    units: [],
    teams: Object.keys(value.teams ?? {}).map((id) => ({ id, members: [], deputies: [] })),
    executives: [],
    boards: [],
    products: [],
    parameters,
    position: document.position([]),
  };
}

const umlauts: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** A short id from a name: `Müller Söhne AG` becomes `mueller-soehne-ag`. */
export function idFrom(name: string): string {
  const id = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => umlauts[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 80);
  return id === "" ? "organization" : id;
}
