// The ways on, each only for whom may: answer, take back, take up, move on, say a clock done, replace, ask again.
import { requestWords } from "@allmend/look/words/portal/request";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { useMe } from "../../../api/me.ts";
import { requestAddress } from "../../../api/request-address.ts";
import { useSpeech, useWords } from "../../../parts/use-words.ts";
import type { View } from "../case-text.ts";
import { useDraft } from "../form/use-draft.ts";
import { type Kind, useLocal, type Values } from "../kinds.ts";
import { AnswerForm } from "./answer-form.tsx";
import { ConflictNotice } from "./conflict-notice.tsx";
import { type Act, useAct } from "./use-act.ts";

/** Something that is done with one sentence. */
interface Way {
  readonly id: string;
  readonly title: string;
  readonly label: string;
  readonly optional?: boolean;
  act(text: string): Act;
}

interface Props {
  readonly view: View;
  readonly kind: Kind | undefined;
}

const AGAIN: ReadonlySet<string> = new Set(["rejected", "withdrawn", "expired", "lapsed"]);

export function CaseWays({ view, kind }: Props) {
  const words = useWords(requestWords).ways;
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const ways = useWays(view, kind);
  const chosen = search.get("act");
  const choose = (id: string | undefined) =>
    setSearch(
      (before) => {
        if (id === undefined) before.delete("act");
        else before.set("act", id);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  const { phase, fields, requester } = view.case;
  const again = kind?.opens === true && AGAIN.has(phase) && requester === me.data?.id;
  const way = ways.find(({ id }) => id === chosen);
  if (ways.length === 0 && !view.ways.answer && !again) return null;
  return (
    <section className="case-ways no-print" aria-label={words.title}>
      {view.ways.answer && <AnswerForm view={view} kind={kind} />}
      <div className="form-ways">
        {ways.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            className="button"
            aria-expanded={chosen === id}
            onClick={() => choose(chosen === id ? undefined : id)}
          >
            {title}
          </button>
        ))}
        {again && (
          <Link className="button" to={requestAddress(view.case.kind, addressable(fields as Values))}>
            {words.again}
          </Link>
        )}
        {again && phase === "rejected" && view.case.kind === "use" && view.rules[0] && (
          <Link
            className="button"
            to={requestAddress("waive", { rule: view.rules[0].rule, about: "component", subject: String(fields["component"] ?? "") })}
          >
            {words.exception}
          </Link>
        )}
      </div>
      {way && <WayForm key={way.id} view={view} way={way} close={() => choose(undefined)} />}
    </section>
  );
}

function addressable(fields: Values): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([id, value]) => (Array.isArray(value) || String(value).length > 300 ? [] : [[id, value]])),
  );
}

function useWays({ ways }: View, kind: Kind | undefined): readonly Way[] {
  const words = useWords(requestWords).ways;
  const { say } = useSpeech();
  const local = useLocal();
  const state = (id: string) => local(kind?.life?.states[id]?.title) || id;
  const clock = (id: string) => local(kind?.clocks.find((each) => each.id === id)?.title) || id;
  const label = (id: string) => local(kind?.fields.find((each) => each.id === id)?.label) || id;
  return [
    ...ways.moves.map((to): Way => {
      const act = (because: string): Act => ({ path: "/api/cases/{id}/moves", body: because === "" ? { to } : { to, because } });
      return { id: `move-${to}`, title: say(words.move, { state: state(to) }), label: words.moveWhy, optional: true, act };
    }),
    ...ways.clocks.map((id): Way => {
      const act = (evidence: string): Act => ({ path: "/api/cases/{id}/clocks", body: { clock: id, evidence } });
      return { id: `clock-${id}`, title: say(words.clock, { clock: clock(id) }), label: words.clockEvidence, act };
    }),
    ...ways.later.map((id): Way => {
      const moment = (text: string) => (Number.isNaN(Date.parse(text)) ? text : new Date(text).toISOString());
      const act = (text: string): Act => ({ path: "/api/cases/{id}/changes", body: { fields: { [id]: moment(text) } } });
      return { id: `later-${id}`, title: say(words.later, { field: label(id) }), label: label(id), act };
    }),
    ...(ways.escalate ? [reasoned("escalate", words.escalate, words.escalateWhy, "/api/cases/{id}/escalation")] : []),
    ...(ways.withdraw ? [reasoned("withdraw", words.withdraw, words.withdrawWhy, "/api/cases/{id}/withdrawal")] : []),
    ...(ways.replace
      ? [
          {
            id: "replace",
            title: words.replace,
            label: words.replaceBy,
            act: (text: string): Act => ({ path: "/api/cases/{id}/replacement", body: { case: text } }),
          },
        ]
      : []),
  ];
}

function reasoned(id: string, title: string, label: string, path: Act["path"]): Way {
  return { id, title, label, act: (because) => ({ path, body: { because } }) };
}

function WayForm({ view, way, close }: { readonly view: View; readonly way: Way; close(): void }) {
  const words = useWords(requestWords).ways;
  const draft = useDraft(`act ${view.case.id} ${way.id}`);
  const [text, setText] = useState(String(draft.restored?.values["text"] ?? ""));
  const act = useAct(view.case.id, () => {
    draft.discard();
    close();
  });
  return (
    <form
      className="way-form"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate({ act: way.act(text.trim()), seen: view.version });
      }}
    >
      <label>
        {way.label}
        <textarea
          className="input growing"
          rows={2}
          required={way.optional !== true}
          maxLength={4000}
          value={text}
          autoFocus
          onChange={({ target }) => {
            setText(target.value);
            draft.keep({ text: target.value });
          }}
        />
      </label>
      <div className="form-ways">
        <button type="submit" className="button main" disabled={act.isPending}>
          {words.send}
        </button>
        <button type="button" className="button" onClick={close}>
          {words.cancel}
        </button>
      </div>
      {act.error && <ConflictNotice error={act.error} view={view} />}
    </form>
  );
}
