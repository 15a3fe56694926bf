// Who and where: teams, boards and units of the organisation, and the projects outside in which the strategy wants a place.
import type { ScanResult } from "#scan";
import type { ChainBuilder } from "./build.ts";

/** Added only where somebody asks for one of them: nothing hangs on them that has no why of its own. */
export function addHouse(result: ScanResult, asked: string, builder: ChainBuilder): void {
  addTeam(result, asked.replace(/^team:/, ""), builder);
  addBoard(result, asked.replace(/^board:/, ""), builder);
  addUnit(result, asked.replace(/^unit:/, ""), builder);
  addUpstream(result, asked.replace(/^upstream:/, ""), builder);
}

/** A team is there for what it answers for, and for what rules send to it. */
function addTeam({ program }: ScanResult, asked: string, builder: ChainBuilder): void {
  const { teams, products } = program.organization;
  const team = teams.find(({ id }) => id === asked);
  if (!team) return;
  const id = `team:${team.id}`;
  builder.node({ id, kind: "subject", label: team.name ?? { en: team.id }, ...place(team.position) });
  for (const { id: activity, owner } of program.strategy?.activities ?? []) if (owner === asked) builder.link(`activity:${activity}`, id);
  for (const { area, owner } of program.policies) if (owner === asked) builder.link(`policy:${area}`, id);
  linkLanes(program, (lane) => lane === asked, id, builder);
  for (const product of products) if (product.owner === asked) linkProduct(product, id, builder);
}

/** A board is there for what rules send to one of its lanes. */
function addBoard({ program }: ScanResult, asked: string, builder: ChainBuilder): void {
  const board = program.organization.boards.find(({ id }) => id === asked);
  if (!board) return;
  const id = `board:${board.id}`;
  builder.node({ id, kind: "subject", label: board.name, ...place(board.position) });
  const lanes = new Set([board.id, ...Object.keys(board.lanes).flatMap((lane) => [lane, `${board.id}.${lane}`])]);
  linkLanes(program, (lane) => lanes.has(lane), id, builder);
}

function addUnit({ program }: ScanResult, asked: string, builder: ChainBuilder): void {
  const { units, products } = program.organization;
  const unit = units.find(({ id }) => id === asked);
  if (!unit) return;
  const id = `unit:${unit.id}`;
  builder.node({ id, kind: "subject", label: unit.name });
  for (const product of products) if (product.unit === asked) linkProduct(product, id, builder);
}

function addUpstream({ program }: ScanResult, asked: string, builder: ChainBuilder): void {
  const wish = program.strategy?.upstreams.find(({ project }) => project === asked);
  if (!wish) return;
  const { file, line } = wish.position;
  builder.node({ id: `upstream:${wish.project}`, kind: "subject", label: { en: wish.project }, state: wish.wanted, place: { file, line } });
}

function linkLanes({ policies }: ScanResult["program"], sentHere: (lane: string) => boolean, id: string, builder: ChainBuilder): void {
  for (const { rules } of policies)
    for (const rule of rules) if (rule.lane !== undefined && sentHere(rule.lane)) builder.link(`rule:${rule.id}`, id);
}

type Product = ScanResult["program"]["organization"]["products"][number];

function linkProduct({ id, name }: Product, owner: string, builder: ChainBuilder): void {
  builder.node({ id: `product:${id}`, kind: "subject", label: name });
  builder.link(owner, `product:${id}`);
}

function place(position: { readonly file: string; readonly line: number } | undefined) {
  return position ? { place: { file: position.file, line: position.line } } : {};
}
