// Rungs upwards, how much hangs on a project to the right; an arrow leads from where we stand to where we want to stand.
import { ladderMap, type PlacedProject } from "@allmend/look";
import { programWords } from "@allmend/look/words/portal/program";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import type { UpstreamLine } from "../communities/use-upstreams.ts";

const RUNGS = ["consumer", "participant", "contributor", "leader"] as const;
const CRITICALITY = ["unknown", "low", "medium", "high", "critical"] as const;
const LEFT = 150;
const WIDTH = 1080;

export function LadderPicture({ projects }: { readonly projects: readonly UpstreamLine[] }) {
  const words = useWords(programWords).ladder;
  const map = ladderMap(projects.map(onLadder), { columns: CRITICALITY.length, rungs: RUNGS.length, left: LEFT, width: WIDTH });
  const byId = new Map(projects.map((one) => [one.project, one]));
  return (
    <div className="ladder-scroll" tabIndex={0} role="region" aria-label={words.axis}>
      <svg
        className="ladder-map"
        viewBox={`0 0 ${map.width} ${map.height}`}
        style={{ minWidth: map.width * 0.7, maxWidth: map.width * 1.1 }}
        role="group"
        aria-label={words.axis}
      >
        {RUNGS.map((rung, at) => (
          <Rail key={rung} rung={rung} y={map.rungs[at] ?? 0} width={map.width} />
        ))}
        {map.columns.map(({ x, width }, at) => (
          <text key={CRITICALITY[at]} className="plain" x={x + width / 2} y={map.height - 6} textAnchor="middle">
            {words.criticality[CRITICALITY[at] ?? "unknown"]}
          </text>
        ))}
        {map.projects.map((placed) => (
          <Dot key={placed.id} at={placed} of={byId.get(placed.id)} />
        ))}
      </svg>
    </div>
  );
}

function onLadder({ project, criticality, rung, wanted }: UpstreamLine) {
  return {
    id: project,
    label: lastOf(project),
    column: Math.max(0, (CRITICALITY as readonly string[]).indexOf(criticality)),
    ...(rung === undefined ? {} : { now: RUNGS.indexOf(rung) }),
    ...(wanted === undefined ? {} : { wanted: RUNGS.indexOf(wanted) }),
  };
}

function Rail({ rung, y, width }: { readonly rung: (typeof RUNGS)[number]; readonly y: number; readonly width: number }) {
  const words = useWords(programWords).ladder;
  return (
    <g>
      <path className="rail" d={`M${LEFT - 10} ${y}H${width}`} />
      <text className="rung" x={0} y={y - 2}>
        {words.rungs[rung]}
      </text>
      <text className="plain" x={0} y={y + 15}>
        {words.rungsPlain[rung]}
      </text>
    </g>
  );
}

function Dot({ at: { id, x, now, wanted, label, leader }, of }: { readonly at: PlacedProject; readonly of: UpstreamLine | undefined }) {
  const words = useWords(programWords).ladder;
  const { say } = useSpeech();
  const spoken = say(words.spoken, {
    project: id,
    now: of?.rung === undefined ? words.notKnown : words.rungs[of.rung],
    wanted: of?.wanted === undefined ? words.notWanted : words.rungs[of.wanted],
  });
  const top = Math.min(now ?? Infinity, wanted ?? Infinity);
  return (
    <g role="img" aria-label={spoken}>
      <title>{spoken}</title>
      {leader && <path className="leader" d={`M${x} ${top - 10}L${label.x} ${label.y + 4}`} />}
      {now !== undefined && wanted !== undefined && now !== wanted && <Way x={x} from={now} to={wanted} />}
      {wanted !== undefined && <circle className="wanted" cx={x} cy={wanted} r={8} />}
      {now !== undefined && <circle className="now" cx={x} cy={now} r={6} />}
      <text className="name" x={label.x} y={label.y} textAnchor="middle">
        {label.text}
      </text>
    </g>
  );
}

/** From the dot to the edge of the ring, with its head there. */
function Way({ x, from, to }: { readonly x: number; readonly from: number; readonly to: number }) {
  const way = to < from ? 1 : -1;
  const tip = to + 9 * way;
  return (
    <>
      <path className="way" d={`M${x} ${from}V${tip + 5 * way}`} />
      <path className="tip" d={`M${x} ${tip}l-5.5 ${9 * way}h11z`} />
    </>
  );
}

/** `pkg:npm/%40scope/name` is `name`. */
function lastOf(project: string): string {
  return project.slice(project.lastIndexOf("/") + 1);
}
