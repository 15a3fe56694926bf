// Giving a role: for a lane, a board or a unit where that makes sense, until a day where it shall end by itself.
import { administrationWords } from "@allmend/look/words/portal/administration";
import { shellWords } from "@allmend/look/words/portal/shell";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { api, data } from "../../api/client.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { Field } from "../../parts/field.tsx";
import { fieldError, isOfForm } from "../../parts/field-errors.ts";
import { useDraft } from "../../parts/use-draft.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import type { WholePerson } from "./person.tsx";

type RoleName = WholePerson["roles"][number]["role"];
const EMPTY = { role: "requester" as RoleName, lane: "", board: "", unit: "", until: "", why: "" };
type Draft = typeof EMPTY;

export function GiveRole({ person }: { readonly person: string }) {
  const words = useWords(administrationWords).person;
  const [draft, change, drop] = useDraft<Draft>(`role.${person}`, EMPTY);
  const queries = useQueryClient();
  const give = useMutation({
    mutationFn: () => data(api.POST("/api/people/{id}/roles", { params: { path: { id: person } }, body: bodyOf(draft) })),
    async onSuccess() {
      drop();
      await queries.invalidateQueries({ queryKey: ["person", person] });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    give.mutate();
  };
  return (
    <form className="form-part no-print" onSubmit={send}>
      <h3>{words.give}</h3>
      <div className="form-row">
        <RoleChoice draft={draft} change={change} />
        <WhereChoice draft={draft} change={change} />
        <Field label={words.untilField} hint={words.untilHint} error={fieldError(give.error, "until")}>
          {(given) => <input {...given} type="date" value={draft.until} onChange={(event) => change({ until: event.target.value })} />}
        </Field>
        <Field label={words.why} hint={words.whyHint} error={fieldError(give.error, "why")}>
          {(given) => <input {...given} maxLength={1000} value={draft.why} onChange={(event) => change({ why: event.target.value })} />}
        </Field>
      </div>
      <button type="submit" className="button main" disabled={give.isPending}>
        {give.isPending ? words.giving : words.gives}
      </button>
      {isOfForm(give.error, ["until", "why"]) && <FailureNotice error={give.error} />}
    </form>
  );
}

interface ChoiceProps {
  readonly draft: Draft;
  change(change: Partial<Draft>): void;
}

function RoleChoice({ draft, change }: ChoiceProps) {
  const words = useWords(administrationWords);
  const names = useWords(shellWords).person.names;
  const { data: roles } = useQuery({
    queryKey: ["roles"],
    queryFn: ({ signal }) => data(api.GET("/api/roles", { signal })),
    staleTime: 600_000,
  });
  const known = (roles ?? []).map(({ role }) => role);
  return (
    <Field label={words.person.role} hint={words.roles.says[draft.role]}>
      {(given) => (
        <select {...given} value={draft.role} onChange={(event) => change({ role: event.target.value as RoleName, lane: "", board: "" })}>
          {(known.length === 0 ? [draft.role] : known).map((role) => (
            <option key={role} value={role}>
              {names[role]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function WhereChoice({ draft, change }: ChoiceProps) {
  const words = useWords(administrationWords).person;
  const lang = useLanguage();
  const { say } = useSpeech();
  const { data: parts } = useQuery({
    queryKey: ["organization-parts", lang],
    queryFn: ({ signal }) => data(api.GET("/api/portal/organization", { signal, params: { query: { lang } } })),
    staleTime: 600_000,
  });
  if (!parts) return null;
  const select = (
    name: "lane" | "board" | "unit",
    label: string,
    any: string,
    of: readonly { readonly id: string; readonly name: string }[],
  ) =>
    of.length === 0 ? null : (
      <Field label={label}>
        {(given) => (
          <select {...given} value={draft[name]} onChange={(event) => change({ [name]: event.target.value })}>
            <option value="">{say(any)}</option>
            {of.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        )}
      </Field>
    );
  return (
    <>
      {draft.role === "reviewer" &&
        select(
          "lane",
          words.lane,
          words.anyLane,
          parts.lanes.map((id) => ({ id, name: id })),
        )}
      {draft.role === "approver" && select("board", words.board, words.anyBoard, parts.boards)}
      {draft.role !== "admin" && draft.role !== "auditor" && select("unit", words.unit, words.anyUnit, parts.units)}
    </>
  );
}

function bodyOf({ role, lane, board, unit, until, why }: Draft) {
  return {
    role,
    ...(lane ? { lane } : {}),
    ...(board ? { board } : {}),
    ...(unit ? { unit } : {}),
    // The whole of that day, where the one who gives it lives.
    ...(until ? { until: new Date(`${until}T23:59:59`).toISOString() } : {}),
    ...(why.trim() ? { why: why.trim() } : {}),
  };
}
