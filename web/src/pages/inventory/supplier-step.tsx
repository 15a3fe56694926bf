// The next step of a delivery, as a form: asked for, taken in, sent back, accepted or refused.
import { productsWords } from "@allmend/look/words/portal/products";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, asItIs, data } from "../../api/client.ts";
import { Field } from "../../parts/field.tsx";
import { FormEnd } from "../../parts/form-end.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import type { Item } from "./suppliers.tsx";

export type Step = "requested" | "take" | "remediation" | "accepted" | "refused";

/** As the way of a delivery goes: the likeliest first. */
export const STEPS: Readonly<Record<Item["state"], readonly Step[]>> = {
  none: ["requested", "take"],
  requested: ["take", "refused"],
  received: ["take"],
  validated: ["accepted", "refused", "take"],
  gaps: ["remediation", "take", "refused"],
  remediation: ["take", "accepted", "refused"],
  accepted: ["requested", "take"],
  refused: ["requested"],
};

interface Props {
  readonly supplier: string;
  readonly item: Item;
  readonly step: Step;
  /** What came of it, and the work that judges by it. */
  done(told: string | undefined, work: string | undefined): void;
  close(): void;
}

export function SupplierStep({ supplier, item, step, done, close }: Props) {
  const words = useWords(productsWords).suppliers;
  const { form } = words;
  const { say } = useSpeech();
  const newVersion = step === "take" || step === "requested";
  const [draft, change, drop] = useDraft(`delivery.${supplier}.${item.id}.${step}`, { version: item.version ?? "", due: "", because: "" });
  const [file, setFile] = useState<File>();
  const path = { supplier, item: item.id };
  const send = useMutation({
    async mutationFn() {
      const version = newVersion ? draft.version.trim() : (item.version ?? "");
      if (step === "take") {
        if (!file) throw new Error("no file");
        const query = { version, file: file.name };
        const came = await data(
          api.POST("/api/suppliers/{supplier}/{item}/deliveries", { params: { path, query }, body: file, bodySerializer: asItIs } as never),
        );
        return came as unknown as { components: number; gaps: number; again: boolean; judgement?: string };
      }
      const { due, because } = draft;
      const body = { version, to: step, ...(due === "" ? {} : { due }), ...(because.trim() === "" ? {} : { because: because.trim() }) };
      return data(api.POST("/api/suppliers/{supplier}/{item}/steps", { params: { path }, body }));
    },
    onSuccess(came) {
      drop();
      if (!("gaps" in came)) return done(undefined, came.judgement);
      const told = came.again
        ? form.again
        : say(came.gaps === 0 ? form.cameWhole : form.came, { components: came.components, gaps: came.gaps });
      done(told, came.judgement);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  const needsWhy = step === "refused" || (step === "accepted" && item.gaps.length > 0);
  const how = step === "accepted" && item.gaps.length > 0 ? form.acceptedWithGaps : form[`${step}How`];
  return (
    <form className="form-part no-print" onSubmit={submit}>
      <h4>{words.steps[step]}</h4>
      <p className="note">{how}</p>
      {newVersion && (
        <Field label={form.version}>
          {(given) => (
            <input
              {...given}
              required
              maxLength={100}
              value={draft.version}
              onChange={(event) => change({ version: event.target.value })}
            />
          )}
        </Field>
      )}
      {step === "take" && (
        <Field label={form.file}>
          {(given) => <input {...given} type="file" required onChange={(event) => setFile(event.target.files?.[0])} />}
        </Field>
      )}
      {(step === "requested" || step === "remediation") && (
        <Field label={form.due}>
          {(given) => <input {...given} type="date" required value={draft.due} onChange={(event) => change({ due: event.target.value })} />}
        </Field>
      )}
      {(step === "accepted" || step === "refused") && (
        <Field label={form.because}>
          {(given) => (
            <textarea
              {...given}
              rows={2}
              required={needsWhy}
              maxLength={4000}
              value={draft.because}
              onChange={(event) => change({ because: event.target.value })}
            />
          )}
        </Field>
      )}
      <FormEnd
        error={send.error}
        pending={send.isPending}
        words={step === "take" ? { ...form, send: form.take, sending: form.taking } : form}
        close={close}
      />
    </form>
  );
}
