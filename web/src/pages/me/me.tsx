// My own page: how I am told, when I am away, where I am signed in, my tokens.
import { useNames } from "../../api/names.ts";
import "../administration/administration.css";
import { administrationWords } from "@allmend/look/words/portal/administration";
import { meWords } from "@allmend/look/words/portal/me";
import { shellWords } from "@allmend/look/words/portal/shell";
import { api, data } from "../../api/client.ts";
import { type Me, useMe } from "../../api/me.ts";
import { Answer } from "../../parts/answer.tsx";
import { Read } from "../../parts/read.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { MakeToken } from "../administration/make-token.tsx";
import { TokenList } from "../administration/token-list.tsx";
import { Absences } from "./absences.tsx";
import { Calendar } from "./calendar.tsx";
import { Notices } from "./notices.tsx";
import { Sessions } from "./sessions.tsx";

export function MePage() {
  const { data: me } = useMe();
  return me ? <Mine me={me} /> : null;
}

function Mine({ me }: { readonly me: Me }) {
  const words = useWords(meWords);
  const { names } = useWords(shellWords).person;
  const tokens = useWords(administrationWords).tokens;
  const { say } = useSpeech();
  const called = useNames();
  const may = (permission: Me["permissions"][number]) => me.permissions.includes(permission);
  const roles = me.roles.map(({ role, lane, board, unit }) =>
    [names[role], lane && called.lane(lane), board && called.board(board), unit && called.unit(unit)]
      .filter((part) => part !== undefined && part !== "")
      .join(" · "),
  );
  return (
    <>
      <Answer answer={say(words.answer, { name: me.name })} why={words.why} />
      <p className="note">
        {words.roles}: {roles.length === 0 ? words.noRoles : [...new Set(roles)].join("; ")}
      </p>
      {may("notifications:own") && <Notices />}
      <Absences />
      <Calendar />
      <Sessions />
      {may("tokens:own") && (
        <section id="tokens">
          <h2>{tokens.mine}</h2>
          <p>{tokens.why}</p>
          <MakeToken />
          <Read of={["tokens", "me"]} read={(signal) => data(api.GET("/api/tokens", { signal, params: { query: { of: "me" } } }))} rows={2}>
            {(mine) => <TokenList tokens={mine} />}
          </Read>
        </section>
      )}
    </>
  );
}
