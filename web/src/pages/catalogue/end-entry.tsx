// Takes an entry out of the catalogue, after asking once more.
import { catalogueWords } from "@allmend/look/words/portal/catalogue";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { api, data } from "../../api/client.ts";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { useWords } from "../../parts/use-words.ts";

export function EndEntry({ component, because }: { readonly component: string; readonly because: string }) {
  const words = useWords(catalogueWords).form;
  const [asked, setAsked] = useState(false);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () =>
      data(
        api.POST("/api/registers/{list}", {
          params: { path: { list: "catalogue" } },
          body: { id: component, entry: {}, ended: true, ...(because.trim() === "" ? {} : { because: because.trim() }) },
        }),
      ),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: ["catalogue"] });
      void navigate("/catalogue");
    },
  });
  if (!asked)
    return (
      <button type="button" className="button" onClick={() => setAsked(true)}>
        {words.end}
      </button>
    );
  return (
    <div role="alertdialog" aria-label={words.endAsk}>
      <p>{words.endAsk}</p>
      {end.error && <FailureNotice error={end.error} />}
      <button type="button" className="button" disabled={end.isPending} onClick={() => end.mutate()}>
        {words.endYes}
      </button>{" "}
      <button type="button" className="button main" onClick={() => setAsked(false)}>
        {words.endNo}
      </button>
    </div>
  );
}
