// Making a token: what for, what it may, how long. Its secret is shown once.
import { administrationWords } from "@allmend/look/words/portal/administration";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { api, data } from "../../api/client.ts";
import { useMe } from "../../api/me.ts";
import type { paths } from "../../api/schema.generated.ts";
import { CopyText } from "../../parts/copy-text.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { Field } from "../../parts/field.tsx";
import { fieldError, isOfForm } from "../../parts/field-errors.ts";
import { useDraft } from "../../parts/use-draft.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";

type Body = paths["/api/tokens"]["post"]["requestBody"]["content"]["application/json"];
type Scope = Body["scopes"][number];

/** What no token may, whoever makes it. */
const PEOPLE_ONLY: ReadonlySet<string> = new Set(["cases:decide", "people:manage", "tokens:own", "admin"]);
const EMPTY = { name: "", kind: "personal" as "personal" | "service", scopes: [] as Scope[], days: "90" };
type Draft = typeof EMPTY;

export function MakeToken() {
  const words = useWords(administrationWords).tokens;
  const [draft, change, drop] = useDraft<Draft>("token", EMPTY);
  const queries = useQueryClient();
  const make = useMutation({
    mutationFn: () => data(api.POST("/api/tokens", { body: { ...draft, name: draft.name.trim(), days: Number(draft.days) } })),
    async onSuccess() {
      drop();
      await queries.invalidateQueries({ queryKey: ["tokens"] });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  if (make.data) return <Secret name={make.data.name} secret={make.data.secret} done={() => make.reset()} />;
  return (
    <details className="form-part no-print">
      <summary>{words.make}</summary>
      <form onSubmit={send}>
        <div className="form-row">
          <Field label={words.name} hint={words.nameHint} error={fieldError(make.error, "name")}>
            {(given) => (
              <input {...given} required maxLength={100} value={draft.name} onChange={(event) => change({ name: event.target.value })} />
            )}
          </Field>
          <KindChoice draft={draft} change={change} />
          <Field label={words.days} error={fieldError(make.error, "days")}>
            {(given) => (
              <input
                {...given}
                type="number"
                required
                min={1}
                max={366}
                value={draft.days}
                onChange={(event) => change({ days: event.target.value })}
              />
            )}
          </Field>
        </div>
        <Scopes draft={draft} change={change} error={fieldError(make.error, "scopes")} />
        <button type="submit" className="button main" disabled={make.isPending || draft.scopes.length === 0}>
          {make.isPending ? words.making : words.makes}
        </button>
        {isOfForm(make.error, ["name", "days", "scopes"]) && <FailureNotice error={make.error} />}
      </form>
    </details>
  );
}

interface PartProps {
  readonly draft: Draft;
  change(change: Partial<Draft>): void;
}

/** Only an administrator makes those of the office. */
function KindChoice({ draft, change }: PartProps) {
  const words = useWords(administrationWords).tokens;
  const manages = useMe().data?.permissions.includes("people:manage") ?? false;
  if (!manages) return null;
  return (
    <Field label={words.kind}>
      {(given) => (
        <select {...given} value={draft.kind} onChange={(event) => change({ kind: event.target.value as Draft["kind"] })}>
          {(["personal", "service"] as const).map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Scopes({ draft, change, error }: PartProps & { readonly error: string | undefined }) {
  const { tokens: words, roles } = useWords(administrationWords);
  const mine = (useMe().data?.permissions ?? []).filter((permission) => !PEOPLE_ONLY.has(permission)) as Scope[];
  const chosen = new Set(draft.scopes);
  const toggle = (scope: Scope, on: boolean) => change({ scopes: mine.filter((each) => (each === scope ? on : chosen.has(each))) });
  return (
    <fieldset className="scopes">
      <legend>
        {words.may} <span className="note">{words.mayHint}</span>
      </legend>
      {mine.map((scope) => (
        <label key={scope}>
          <input type="checkbox" checked={chosen.has(scope)} onChange={(event) => toggle(scope, event.target.checked)} />
          {roles.permissions[scope]}
        </label>
      ))}
      {error !== undefined && <span className="field-error s-deny">{error}</span>}
    </fieldset>
  );
}

function Secret({ name, secret, done }: { readonly name: string; readonly secret: string; done(): void }) {
  const words = useWords(administrationWords).tokens;
  const { say } = useSpeech();
  return (
    <section className="secret" role="status">
      <h3>{say(words.secretTitle, { name })}</h3>
      <CopyText text={secret} label={say(words.secretTitle, { name })} />
      <p>{words.secretHow}</p>
      <p className="note">{words.use}</p>
      <CopyText text={`ALLMEND_SERVER=${location.origin} ALLMEND_TOKEN=… allmend scan . --upload`} label={words.use} />
      <button type="button" className="button main" onClick={done}>
        {words.done}
      </button>
    </section>
  );
}
