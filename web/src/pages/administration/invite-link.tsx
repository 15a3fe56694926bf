// A link that lets somebody in once, shown once.
import { administrationWords } from "@allmend/look/words/portal/administration";
import { useMutation } from "@tanstack/react-query";
import { api, data } from "../../api/client.ts";
import { CopyText } from "../../parts/copy-text.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import type { WholePerson } from "./person.tsx";

export function InviteLink({ person: { id, name } }: { readonly person: WholePerson }) {
  const words = useWords(administrationWords).person;
  const { say, language } = useSpeech();
  const make = useMutation({ mutationFn: () => data(api.POST("/api/people/{id}/link", { params: { path: { id } } })) });
  const moment = new Intl.DateTimeFormat(language === "de" ? "de-CH" : "en-GB", { dateStyle: "long", timeStyle: "short" });
  return (
    <section className="no-print">
      <h2>{words.link}</h2>
      <div role="status">
        {make.data && (
          <>
            <CopyText text={make.data.url} label={say(words.linkLabel, { name })} />
            <p className="note">{say(words.linkHow, { date: moment.format(new Date(make.data.endsAt)), name })}</p>
          </>
        )}
      </div>
      <button type="button" className="button" disabled={make.isPending} onClick={() => make.mutate()}>
        {make.isPending ? words.makesLink : words.makeLink}
      </button>
      {make.error && <FailureNotice error={make.error} />}
    </section>
  );
}
