// What we brought to projects of others: each with its way until they took it, declined it, or we gave it up.
import "../requests/requests.css";
import { communitiesWords } from "@allmend/look/words/portal/communities";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { requestAddress } from "../../api/request-address.ts";
import { Answer } from "../../parts/answer.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Empty } from "../../parts/empty.tsx";
import { LongList } from "../../parts/long-list.tsx";
import { Read } from "../../parts/read.tsx";
import { useAddress } from "../../parts/use-address.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { useKinds, useLocal } from "../requests/kinds.ts";
import { CommunitiesPages } from "./communities-pages.tsx";
import { ContributionRow } from "./contribution-row.tsx";

type Cases = components["schemas"]["CasePage"];

export function ContributionsPage() {
  return (
    <>
      <CommunitiesPages />
      <Read of={["cases", "contributions", "counts"]} read={counts}>
        {(count) => (
          <>
            <ContributionsAnswer {...count} />
            {count.all > 0 && <Contributions />}
          </>
        )}
      </Read>
    </>
  );
}

interface Counts {
  readonly all: number;
  readonly open: number;
  readonly merged: number;
}

async function counts(signal: AbortSignal): Promise<Counts> {
  const [all, open, merged] = await Promise.all([{}, { life: "upstream-open" }, { life: "merged" }].map((of) => countOf(of, signal)));
  return { all: all ?? 0, open: open ?? 0, merged: merged ?? 0 };
}

async function countOf(filter: { readonly life?: string }, signal: AbortSignal): Promise<number> {
  const { facets } = await data(
    api.GET("/api/cases", { signal, params: { query: { kind: "contribute", facets: "true", limit: 1, ...filter } } }),
  );
  return facets?.["kind"]?.["contribute"] ?? 0;
}

function ContributionsAnswer({ all, open, merged }: Counts) {
  const words = useWords(communitiesWords).contributions;
  const { say } = useSpeech();
  return (
    <Answer answer={all === 0 ? words.none : say(words.answer, { all, open, merged })} why={all === 0 ? words.noneHow : words.why}>
      <Link className="button" to={requestAddress("contribute")}>
        {words.ask}
      </Link>
    </Answer>
  );
}

function Contributions() {
  const words = useWords(communitiesWords).contributions;
  const local = useLocal();
  const { of, change } = useAddress();
  const life = of("life");
  const states = Object.entries(useKinds().find(({ kind }) => kind === "contribute")?.life?.states ?? {});
  return (
    <>
      <Choice
        label={words.filter}
        of={[["", words.all], ...states.map(([id, { title }]) => [id, local(title) || id] as const)]}
        chosen={life}
        choose={(chosen) => change({ life: chosen })}
      />
      <LongList
        label={words.list}
        of={["cases", "contributions", life]}
        page={(after, signal) => read(life, after, signal)}
        idOf={({ row }) => row.id}
        row={({ row, names }) => <ContributionRow row={row} names={names} />}
        lines={2}
        empty={<Empty what={words.noneSo} how={words.noneHow} />}
      />
    </>
  );
}

async function read(life: string, after: string | undefined, signal: AbortSignal) {
  const query = { kind: "contribute", limit: 50, ...(life === "" ? {} : { life }), ...(after === undefined ? {} : { after }) };
  const { cases, next, names }: Cases = await data(api.GET("/api/cases", { signal, params: { query } }));
  return { items: cases.map((row) => ({ row, names })), next };
}
