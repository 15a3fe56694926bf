// Tokens: whose, what they may, until when; each can be revoked.
import { administrationWords } from "@allmend/look/words/portal/administration";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { Empty } from "../../parts/empty.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";

export type Token = components["schemas"]["Token"];

export function isInForce({ revokedAt, endsAt }: Token): boolean {
  return revokedAt === undefined && Date.parse(endsAt) > Date.now();
}

export function TokenList({ tokens }: { readonly tokens: readonly Token[] }) {
  const words = useWords(administrationWords).tokens;
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: (id: string) => data(api.DELETE("/api/tokens/{id}", { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["tokens"] }),
  });
  if (tokens.length === 0) return <Empty what={words.none} how={words.noneHow} />;
  const sorted = [...tokens].sort((a, b) => Number(isInForce(b)) - Number(isInForce(a)) || (a.madeAt < b.madeAt ? 1 : -1));
  return (
    <>
      {revoke.error && <FailureNotice error={revoke.error} />}
      <ul className="lined-list">
        {sorted.map((token) => (
          <TokenLine key={token.id} token={token} busy={revoke.isPending} revoke={() => revoke.mutate(token.id)} />
        ))}
      </ul>
    </>
  );
}

function TokenLine({ token, busy, revoke }: { readonly token: Token; readonly busy: boolean; revoke(): void }) {
  const { tokens: words, roles } = useWords(administrationWords);
  const { say, date, fromNow } = useSpeech();
  const { name, kind, prefix, person, scopes, endsAt, usedAt, revokedAt } = token;
  const holds = isInForce(token);
  const until =
    revokedAt !== undefined ? say(words.revoked, { date: date(revokedAt) }) : say(holds ? words.ends : words.ended, { date: date(endsAt) });
  return (
    <li>
      <span>
        <StateMark state={holds ? "allow" : "none"} />
        <strong>
          <bdi>{name}</bdi>
        </strong>{" "}
        <span className="note">
          <code>{prefix}…</code> {kind === "service" ? words.office : say(words.personal, { who: person ?? "" })}
        </span>
        <span className="note line">
          {words.scopes}: {scopes.map((scope) => roles.permissions[scope as keyof typeof roles.permissions] ?? scope).join(", ")}
        </span>
        <span className="note line">
          {until} · {usedAt === undefined ? words.neverUsed : say(words.used, { when: fromNow(usedAt) })}
        </span>
      </span>
      {holds && (
        <Confirm label={words.revoke} title={say(words.revokeTitle, { name })} text={words.revokeText} disabled={busy} confirm={revoke} />
      )}
    </li>
  );
}
