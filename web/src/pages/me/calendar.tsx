import { meWords } from "@allmend/look/words/portal/me";
import { useMutation } from "@tanstack/react-query";
import { api, data } from "../../api/client.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { CopyText } from "../../parts/copy-text.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { useWords } from "../../parts/use-words.ts";

/** A private address of my dates; shown once. */
export function Calendar() {
  const words = useWords(meWords);
  const make = useMutation({ mutationFn: () => data(api.POST("/api/me/calendar")) });
  const drop = useMutation({ mutationFn: () => data(api.DELETE("/api/me/calendar")), onSuccess: () => make.reset() });
  const error = make.error ?? drop.error;
  return (
    <section>
      <h2>{words.calendar}</h2>
      <p>{words.calendarHow}</p>
      <div role="status">
        {make.data && (
          <>
            <CopyText text={make.data.url} label={words.calendarLabel} />
            <p className="note">{words.calendarOnce}</p>
          </>
        )}
        {drop.isSuccess && !make.data && <p>{words.dropped}</p>}
      </div>
      <div className="form-ways no-print">
        <button type="button" className="button" disabled={make.isPending} onClick={() => make.mutate()}>
          {words.makeCalendar}
        </button>
        <Confirm
          label={words.dropCalendar}
          title={words.dropTitle}
          text={words.dropText}
          disabled={drop.isPending}
          confirm={() => drop.mutate()}
        />
      </div>
      {error && <FailureNotice error={error} />}
    </section>
  );
}
