// The way in: the identity provider, or a link that works once (its page is the server's own).
import "./sign-in.css";
import { houseMark } from "@allmend/look";
import { signInWords } from "@allmend/look/words/portal/sign-in";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { api, data } from "../../api/client.ts";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { Waiting } from "../../parts/waiting.tsx";

export function SignIn() {
  const words = useWords(signInWords);
  const { say } = useSpeech();
  const [search] = useSearchParams();
  const ways = useQuery({ queryKey: ["ways-in"], queryFn: ({ signal }) => data(api.GET("/api/sign-in", { signal })) });
  useTitle(words.title);
  if (ways.isPending) return <Waiting />;
  if (ways.error) return <FailureNotice error={ways.error} retry={() => void ways.refetch()} />;
  const { provider, nobodyYet, site } = ways.data;
  return (
    <main className="sign-in">
      <span dangerouslySetInnerHTML={{ __html: houseMark() }} />
      <h1>{nobodyYet ? words.first : words.title}</h1>
      <p className="lead">{nobodyYet ? words.firstLink : words.why}</p>
      {provider && (
        <a className="button main" href={`/api/sign-in/start?to=${encodeURIComponent(search.get("to") ?? "/")}`}>
          {say(words.with, { name: provider.name })}
        </a>
      )}
      {!nobodyYet && <p className="note">{provider ? words.link : words.noProvider}</p>}
      {site !== undefined && (
        <p className="note">
          <a href={site}>{words.site}</a>
        </p>
      )}
    </main>
  );
}
