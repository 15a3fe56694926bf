// The strategy as a picture to explore: what one points at lights its chain, what one chooses says why it is there.
import "../../parts/pictures.css";
import "./map.css";
import { layOutMap, mapNode, stateShape } from "@allmend/look";
import { programWords } from "@allmend/look/words/portal/program";
import { useMemo, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { Answer } from "../../parts/answer.tsx";
import { AsOf } from "../../parts/as-of.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Read } from "../../parts/read.tsx";
import { useWords } from "../../parts/use-words.ts";
import { ProgramPages } from "./program-pages.tsx";
import { type StrategyPageData, useStrategyRead } from "./use-strategy.ts";
import { chainOf } from "./chain-of.ts";

type MapData = StrategyPageData["map"];

export function MapPage() {
  const words = useWords(programWords);
  const read = useStrategyRead();
  return (
    <>
      <ProgramPages />
      <Answer answer={words.map.answer} why={words.map.why} />
      <Read {...read}>
        {({ strategy, asOf, otherProgram }) =>
          strategy ? (
            <>
              <StrategyMap map={strategy.map} />
              <p className="note">{words.map.legend}</p>
              <AsOf asOf={asOf} otherProgram={otherProgram} />
            </>
          ) : (
            <Empty what={words.strategy.none} how={words.strategy.noneHow} />
          )
        }
      </Read>
    </>
  );
}

function StrategyMap({ map }: { readonly map: MapData }) {
  const words = useWords(programWords).map;
  const [pointed, setPointed] = useState<string>();
  const layout = useMemo(
    () =>
      layOutMap({
        columns: map.columns.map(({ id, nodes }) => ({ title: words.columns[id], nodes: nodes.map(plain) })),
        links: map.links,
        stubs: stubsOf(map.breaks, words.missing),
      }),
    [map, words],
  );
  const lit = useMemo(() => (pointed === undefined ? undefined : litBy(pointed, map)), [pointed, map]);
  const shade = (id: string) => (lit === undefined ? "" : lit.has(id) ? " lit" : " dim");
  return (
    <div className="map-scroll" tabIndex={0} role="region" aria-label={words.label}>
      <svg className="strategy-map" viewBox={`0 0 ${layout.width} ${layout.height}`} role="group" aria-label={words.label}>
        {layout.titles.map(({ x, text }) => (
          <text key={text} className="map-title" x={x} y={14}>
            {text}
          </text>
        ))}
        {layout.ribbons.map(({ from, to, path, width }) => (
          <path
            key={`${from} ${to}`}
            className={`ribbon${lit === undefined ? "" : lit.has(from) && lit.has(to) ? " lit" : " dim"}`}
            d={path}
            strokeWidth={width}
          />
        ))}
        {layout.stubs.map(({ node, side, path, x, y, text }) => (
          <g key={`${node} ${side}`} className={`map-stub${shade(node)}`}>
            <path d={path} />
            {text !== "" && (
              <text x={x} y={y}>
                {text}
              </text>
            )}
          </g>
        ))}
        {layout.nodes.map((node) => (
          <Node key={node.id} node={node} shade={shade(node.id)} point={setPointed} />
        ))}
      </svg>
    </div>
  );
}

/** Measures belong to objectives: the ribbons to them are drawn from the policies between, and shine with the objective. */
function litBy(pointed: string, { links, shownBy }: MapData): ReadonlySet<string> {
  const chain = links.filter(({ to }) => !to.startsWith("measure:"));
  const objectives = shownBy.flatMap(({ from, to }) => (to === pointed ? [from] : []));
  const lit = new Set([pointed, ...(objectives.length > 0 ? objectives : [pointed]).flatMap((id) => [...chainOf(id, chain)])]);
  for (const { from, to } of shownBy) if (lit.has(from)) lit.add(to);
  return lit;
}

/** One end for each side of a node, with everything that is missing there. */
function stubsOf(breaks: MapData["breaks"], words: (typeof programWords)["en"]["map"]["missing"]) {
  const stubs = new Map<string, { node: string; side: "left" | "right"; text: string }>();
  for (const { node, missing } of breaks) {
    const side = missing === "activityWithoutObjective" || missing === "policyWithoutActivity" ? "left" : "right";
    const before = stubs.get(`${node} ${side}`);
    stubs.set(`${node} ${side}`, { node, side, text: before ? `${before.text}, ${words[missing]}` : words[missing] });
  }
  return [...stubs.values()];
}

function plain({ id, label, tone }: MapData["columns"][number]["nodes"][number]) {
  return { id, label, ...(tone === undefined ? {} : { tone }) };
}

interface NodeProps {
  readonly node: ReturnType<typeof layOutMap>["nodes"][number];
  readonly shade: string;
  point(id: string | undefined): void;
}

function Node({ node: { id, x, y, label, tone, lines, loose }, shade, point }: NodeProps) {
  const words = useWords(programWords).map;
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const open = () => void navigate(`${pathname}?${new URLSearchParams({ why: id })}`, { preventScrollReset: true });
  // What measures stand for is the objective that they belong to: they have no chain of their own.
  const opens = !id.startsWith("measure:");
  const spoken = loose ? `${label} (${words.loose})` : label;
  return (
    <g
      className={`map-part${shade}`}
      role={opens ? "link" : "img"}
      tabIndex={0}
      onMouseEnter={() => point(id)}
      onMouseLeave={() => point(undefined)}
      onFocus={() => point(id)}
      onBlur={() => point(undefined)}
      onClick={opens ? open : undefined}
      onKeyDown={opens ? (event) => event.key === "Enter" && open() : undefined}
    >
      <title>{spoken}</title>
      <rect className={loose ? "map-node loose" : "map-node"} x={x} y={y} width={mapNode.width} height={mapNode.height} rx={5} />
      {tone !== undefined && <Tone x={x} y={y} tone={tone} />}
      <text x={x + 12} y={lines[1] === "" ? y + 25 : y + 18}>
        {lines[0]}
      </text>
      <text x={x + 12} y={y + 33}>
        {lines[1]}
      </text>
    </g>
  );
}

function Tone({ x, y, tone }: { readonly x: number; readonly y: number; readonly tone: string }) {
  return (
    <g className={`tone t-${tone}`}>
      <rect x={x} y={y} width={4} height={mapNode.height} rx={2} />
      <g
        transform={`translate(${x + mapNode.width - 20} ${y + 15})`}
        stroke="none"
        dangerouslySetInnerHTML={{ __html: stateShape(tone) }}
      />
    </g>
  );
}
