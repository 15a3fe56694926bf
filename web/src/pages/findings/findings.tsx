// Findings: the answer, where it hurts, then the list.
import "./findings.css";
import { findingsWords } from "@allmend/look/words/portal/findings";
import { useQuery } from "@tanstack/react-query";
import { api, data } from "../../api/client.ts";
import { Answer } from "../../parts/answer.tsx";
import { Empty } from "../../parts/empty.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { Facets } from "./facets.tsx";
import { FindingList } from "./finding-list.tsx";
import { Matrix } from "./matrix.tsx";
import { countsOf, rowsOf } from "./matrix-data.ts";
import { type Counts, openStates, worst } from "./states.ts";
import { useFindingsFilter } from "./use-filter.ts";
import { useProducts, useRuleSentences } from "./use-lists.ts";
import { useValueWords } from "./value-words.ts";

export function FindingsPage() {
  const words = useWords(findingsWords);
  const used = useFindingsFilter();
  const matrix = useQuery({ queryKey: ["finding-matrix"], queryFn: ({ signal }) => data(api.GET("/api/findings/matrix", { signal })) });
  const products = useProducts();
  const rules = useRuleSentences();
  const values = useValueWords(products.data ?? [], rules);
  const component = useComponentName(used.query.component);
  const error = matrix.error ?? products.error;
  if (error) return <FailureNotice error={error} retry={() => void matrix.refetch()} />;
  if (!matrix.data || !products.data) return <Waiting rows={10} />;
  if (matrix.data.length === 0 && products.data.every(({ repositories }) => repositories === 0))
    return (
      <>
        <Answer answer={words.answer.noResult} />
        <Empty what={words.answer.noResult} how={words.noResultHow} />
      </>
    );
  return (
    <>
      <Head counts={countsOf(matrix.data)} />
      <Matrix rows={rowsOf(matrix.data, products.data)} nameOf={values.product} used={used} />
      <Facets used={used} values={values} component={component} />
      <FindingList used={used} values={values} />
    </>
  );
}

function Head({ counts }: { readonly counts: Counts }) {
  const words = useWords(findingsWords);
  const { say } = useSpeech();
  const state = worst(counts);
  if (state === undefined) return <Answer answer={words.answer.none} />;
  const rest = openStates.filter((each) => each !== "deny" && each !== state && counts[each] > 0) as ("review" | "unknown" | "warn")[];
  const why = rest.map((each) => say(words.why[each], counts)).join(" · ");
  return <Answer answer={say(words.answer[state], counts)} {...(why === "" ? {} : { why })} />;
}

function useComponentName(component: number | undefined): string | undefined {
  const { data: found } = useQuery({
    queryKey: ["component-name", component],
    enabled: component !== undefined,
    queryFn: ({ signal }) => data(api.GET("/api/components/{id}", { signal, params: { path: { id: component ?? 0 } } })),
  });
  return found?.name;
}
