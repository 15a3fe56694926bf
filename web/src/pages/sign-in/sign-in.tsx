// The way in: the identity provider, or a link that works once. The link's secret stands behind # so that it reaches no log.
import "./sign-in.css";
import { houseMark } from "@allmend/look";
import { signInWords } from "@allmend/look/words/portal/sign-in";
import { useQuery } from "@tanstack/react-query";
import { useLocation, useSearchParams } from "react-router";
import { api, data } from "../../api/client.ts";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { EnterByLink } from "./enter-by-link.tsx";

export function SignIn() {
  const words = useWords(signInWords);
  const { say } = useSpeech();
  const [search] = useSearchParams();
  const link = new URLSearchParams(useLocation().hash.slice(1)).get("link");
  const ways = useQuery({ queryKey: ["ways-in"], queryFn: ({ signal }) => data(api.GET("/api/sign-in", { signal })) });
  if (ways.isPending) return <Waiting />;
  if (ways.error) return <FailureNotice error={ways.error} retry={() => void ways.refetch()} />;
  const { provider, nobodyYet } = ways.data;
  return (
    <main className="sign-in">
      <span dangerouslySetInnerHTML={{ __html: houseMark() }} />
      <h1>{nobodyYet ? words.first.title : words.title}</h1>
      {link !== null ? (
        <EnterByLink link={link} first={nobodyYet} />
      ) : (
        <>
          <p className="lead">{nobodyYet ? words.first.noLink : words.why}</p>
          {provider && (
            <a className="button main" href={`/api/sign-in/start?to=${encodeURIComponent(search.get("to") ?? "/")}`}>
              {say(words.with, { name: provider.name })}
            </a>
          )}
          {!nobodyYet && <p className="note">{provider ? words.link : words.noProvider}</p>}
        </>
      )}
    </main>
  );
}
