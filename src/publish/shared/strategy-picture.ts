// The strategy map of a result: objectives, activities and policies, the policies marked with how they stand.
import { fill, type Language, localText, type MapLink, type MapNode, strategyMap, wordFor, wordsOf } from "#look";
import type { ScanResult } from "#scan";
import { countStates, openFindings, worstState } from "./states.ts";

/** At most so many nodes of a column; how many are left out stands below them. Empty without a strategy. */
export function strategyPicture(result: ScanResult, language: Language, most = 40): string {
  const { strategy } = result.program;
  if (!strategy) return "";
  const { report, area: areas } = wordsOf(language);
  const policies = result.program.policies;
  const ofStrategy: MapLink[] = strategy.activities.flatMap((activity) =>
    Object.entries(activity.serves).map(([objective, strength]) => ({ from: `o:${objective}`, to: `a:${activity.id}`, strength })),
  );
  const ofPolicies = policies.flatMap((policy) => policy.serves.map((id) => ({ from: `a:${id}`, to: `p:${policy.area}`, strength: 1 })));
  const tones = worstByArea(result);
  const cut = (nodes: readonly MapNode[]) => {
    const more = nodes.length - most;
    return more <= 0
      ? nodes
      : [...nodes.slice(0, most), { id: `more:${nodes[0]?.id ?? ""}`, label: fill(report.moreExamples, { count: more }, language) }];
  };
  return strategyMap({
    columns: [
      {
        title: report.objectives,
        nodes: cut(strategy.objectives.map((item) => ({ id: `o:${item.id}`, label: localText(item.statement, language) ?? item.id }))),
      },
      {
        title: report.activities,
        nodes: cut(strategy.activities.map((item) => ({ id: `a:${item.id}`, label: localText(item.title, language) ?? item.id }))),
      },
      {
        title: report.policies,
        nodes: policies.map((policy) => ({ id: `p:${policy.area}`, label: wordFor(areas, policy.area), tone: tones(policy.area) })),
      },
    ],
    links: [...ofStrategy, ...ofPolicies],
    description: report.mapCaption,
  });
}

function worstByArea(result: ScanResult): (area: string) => string {
  const open = openFindings(result);
  const summaries = new Map<string, string>(result.summary.areas.map((area) => [area.area, area.worst]));
  return (area) => worstState(countStates(open.filter((finding) => finding.area === area))) ?? summaries.get(area) ?? "none";
}
