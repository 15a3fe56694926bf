// Rungs upwards, how much hangs on a project to the right. Projects of one place stand beside each other.
import { shorten } from "@allmend/look";
import { programWords } from "@allmend/look/words/portal/program";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import type { UpstreamLine } from "../communities/use-upstreams.ts";

const RUNGS = ["consumer", "participant", "contributor", "leader"] as const;
const CRITICALITY = ["unknown", "low", "medium", "high", "critical"] as const;
const LEFT = 150;
const COLUMN = 186;
const RUNG = 96;
const TOP = 12;
const HEIGHT = TOP + RUNGS.length * RUNG + 34;
const WIDTH = LEFT + CRITICALITY.length * COLUMN;

export function LadderPicture({ projects }: { readonly projects: readonly UpstreamLine[] }) {
  const words = useWords(programWords).ladder;
  const columns = CRITICALITY.map((level) => projects.filter(({ criticality }) => criticality === level));
  return (
    <div className="ladder-scroll" tabIndex={0} role="region" aria-label={words.axis}>
      <svg className="ladder-map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={words.axis}>
        {RUNGS.map((rung) => (
          <g key={rung}>
            <path className="rail" d={`M${LEFT - 10} ${y(rung)}H${WIDTH}`} />
            <text className="rung" x={0} y={y(rung) - 2}>
              {words.rungs[rung]}
            </text>
            <text className="plain" x={0} y={y(rung) + 15}>
              {words.rungsPlain[rung]}
            </text>
          </g>
        ))}
        {CRITICALITY.map((level, index) => (
          <text key={level} className="plain" x={LEFT + (index + 0.5) * COLUMN} y={HEIGHT - 6} textAnchor="middle">
            {words.criticality[level]}
          </text>
        ))}
        {columns.flatMap((list, index) =>
          list.map((one, place) => (
            <Dot key={one.project} of={one} x={LEFT + (index + (place + 0.5) / list.length) * COLUMN} crowded={list.length > 2} />
          )),
        )}
      </svg>
    </div>
  );
}

function y(rung: (typeof RUNGS)[number]): number {
  return TOP + (RUNGS.length - 0.5 - RUNGS.indexOf(rung)) * RUNG;
}

function Dot({ of: { project, rung, wanted }, x, crowded }: { readonly of: UpstreamLine; readonly x: number; readonly crowded: boolean }) {
  const words = useWords(programWords).ladder;
  const { say } = useSpeech();
  const spoken = say(words.spoken, {
    project,
    now: rung === undefined ? words.notKnown : words.rungs[rung],
    wanted: wanted === undefined ? words.notWanted : words.rungs[wanted],
  });
  const top = Math.min(...[rung, wanted].flatMap((one) => (one === undefined ? [] : [y(one)])));
  return (
    <g role="img" aria-label={spoken}>
      <title>{spoken}</title>
      {rung !== undefined && wanted !== undefined && rung !== wanted && (
        <path className="way" d={`M${x} ${y(rung)}V${y(wanted) + (y(wanted) < y(rung) ? 9 : -9)}`} />
      )}
      {wanted !== undefined && <circle className="wanted" cx={x} cy={y(wanted)} r={8} />}
      {rung !== undefined && <circle className="now" cx={x} cy={y(rung)} r={6} />}
      <text className="name" x={x} y={top - 14} textAnchor="middle">
        {shorten(lastOf(project), crowded ? 10 : 22)}
      </text>
    </g>
  );
}

/** `pkg:npm/%40scope/name` is `name`. */
function lastOf(project: string): string {
  return project.slice(project.lastIndexOf("/") + 1);
}
