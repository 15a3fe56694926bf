// How I am told: chosen, kept at once.
import { meWords } from "@allmend/look/words/portal/me";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { Choice } from "../../parts/choice.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { Read } from "../../parts/read.tsx";
import { useWords } from "../../parts/use-words.ts";

type Wish = components["schemas"]["NoticeWish"];

export function Notices() {
  const words = useWords(meWords);
  const queries = useQueryClient();
  const keep = useMutation({
    mutationFn: (body: Wish) => data(api.PUT("/api/me/notifications", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["notice-wish"] }),
  });
  return (
    <section>
      <h2>{words.notices}</h2>
      <Read of={["notice-wish"]} read={(signal) => data(api.GET("/api/me/notifications", { signal }))} rows={2}>
        {(wish) => (
          <>
            <Choice
              label={words.mail}
              of={(["at-once", "daily", "weekly", "never"] as const).map((each) => [each, words.wishes[each]] as const)}
              chosen={wish.mail}
              choose={(mail) => keep.mutate({ ...wish, mail })}
            />
            <Choice
              label={words.language}
              of={(["usual", "en", "de"] as const).map((each) => [each, words.languages[each]] as const)}
              chosen={wish.language ?? "usual"}
              choose={(language) => keep.mutate({ mail: wish.mail, ...(language === "usual" ? {} : { language }) })}
            />
          </>
        )}
      </Read>
      <p className="note">
        {words.noticesHow} <span role="status">{keep.isSuccess && words.saved}</span>
      </p>
      {keep.error && <FailureNotice error={keep.error} />}
    </section>
  );
}
