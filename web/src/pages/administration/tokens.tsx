// Tokens of everybody, for administrators; my own stand on my page too.
import { administrationWords } from "@allmend/look/words/portal/administration";
import { useSearchParams } from "react-router";
import { api, data } from "../../api/client.ts";
import { Answer } from "../../parts/answer.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Read } from "../../parts/read.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { AdministrationPages } from "./administration-pages.tsx";
import { MakeToken } from "./make-token.tsx";
import { isInForce, TokenList } from "./token-list.tsx";

export function TokensPage() {
  const words = useWords(administrationWords).tokens;
  const { say } = useSpeech();
  const [search, setSearch] = useSearchParams();
  const of = search.get("of") === "me" ? "me" : "all";
  return (
    <>
      <AdministrationPages />
      <Read of={["tokens", of]} read={(signal) => data(api.GET("/api/tokens", { signal, params: { query: { of } } }))}>
        {(tokens) => {
          const count = tokens.filter(isInForce).length;
          return (
            <>
              <Answer answer={count === 0 ? words.answerNone : say(words.answer, { count })} why={words.why} />
              <MakeToken />
              <Choice
                label={words.which}
                of={[
                  ["all", words.all],
                  ["me", words.mine],
                ]}
                chosen={of}
                choose={(each) => setSearch(each === "all" ? {} : { of: each }, { replace: true })}
              />
              <TokenList tokens={tokens} />
            </>
          );
        }}
      </Read>
    </>
  );
}
