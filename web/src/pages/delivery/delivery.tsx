// Delivery performance: each product among the bands of the year, said against measured, and what the next level takes.
import "../../parts/pictures.css";
import "./delivery.css";
import { deliveryPageWords } from "@allmend/look/words/portal/delivery";
import { Link, useSearchParams } from "react-router";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { AsOf } from "../../parts/as-of.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Read } from "../../parts/read.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { Legend } from "./legend.tsx";
import { Profile } from "./profile.tsx";

type Page = components["schemas"]["DeliveryPage"];

export function DeliveryPage() {
  const lang = useLanguage();
  const [search] = useSearchParams();
  const year = search.get("year");
  return (
    <Read
      of={["delivery", lang, year]}
      read={(signal) =>
        data(api.GET("/api/portal/delivery", { signal, params: { query: { lang, ...(year === null ? {} : { year: Number(year) }) } } }))
      }
      rows={9}
    >
      {(page) => <Delivery page={page} />}
    </Read>
  );
}

function Delivery({ page }: { readonly page: Page }) {
  const words = useWords(deliveryPageWords);
  const { say } = useSpeech();
  if (page.profiles.length === 0)
    return (
      <>
        <Answer answer={words.none} />
        <Empty what={words.none} how={words.noneHow} />
      </>
    );
  const all = page.profiles.length;
  const good = page.profiles.filter(({ level }) => level === "elite" || level === "high").length;
  const known = page.profiles.some(({ level }) => level !== undefined);
  return (
    <>
      <Answer
        answer={say(known ? words.answer : words.answerNone, { count: good, all })}
        why={say(words.why, { year: String(page.year ?? ""), source: page.bands?.source ?? "–" })}
      >
        <Link className="button" to="/delivery/assess">
          {words.assess}
        </Link>
      </Answer>
      <p className="note">
        {words.dora} {page.bands?.primary === false && words.notPrimary}
      </p>
      <AsOf asOf={page.asOf} otherProgram={page.otherProgram} />
      <Years of={page.years} chosen={page.year} />
      <Legend />
      <Profiles of={page.profiles} />
      <h2>{words.assess}</h2>
      <p>{words.assessHow}</p>
      <p className="no-print">
        <Link to="/delivery/assess">{words.assessHere}</Link>
      </p>
    </>
  );
}

/** Whose bands: another year asks more of the same figures, or less. */
function Years({ of, chosen }: { readonly of: readonly number[]; readonly chosen: number | null }) {
  const words = useWords(deliveryPageWords);
  const [, setSearch] = useSearchParams();
  return (
    <Choice
      label={words.years}
      of={of.map((year) => [String(year), String(year)] as const)}
      chosen={String(chosen)}
      choose={(year) =>
        setSearch(
          (before) => {
            before.set("year", year);
            return before;
          },
          { replace: true, preventScrollReset: true },
        )
      }
    />
  );
}

/** Which product is shown stands in the address. */
function Profiles({ of }: { readonly of: Page["profiles"] }) {
  const words = useWords(deliveryPageWords);
  const [search, setSearch] = useSearchParams();
  const chosen = search.get("subject") ?? "";
  const choose = (subject: string) =>
    setSearch(
      (before) => {
        if (subject === "") before.delete("subject");
        else before.set("subject", subject);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <>
      {of.length > 1 && (
        <Choice
          label={words.filter}
          of={[["", words.all], ...of.map(({ subject, name }) => [subject, name] as const)]}
          chosen={chosen}
          choose={choose}
        />
      )}
      {of
        .filter(({ subject }) => chosen === "" || subject === chosen)
        .map((profile) => (
          <Profile key={profile.subject} profile={profile} />
        ))}
    </>
  );
}
