// Another release of a product: its version, and its way begins.
import { releasesWords } from "@allmend/look/words/portal/releases";
import { type FormEvent, useState } from "react";
import { useMay } from "../../api/me.ts";
import { Field } from "../../parts/field.tsx";
import { FormEnd } from "../../parts/form-end.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { useWords } from "../../parts/use-words.ts";
import { useReleaseStep } from "./use-release-step.ts";

const EMPTY = { version: "" };

export function ReleasePlan({ product }: { readonly product: string }) {
  const words = useWords(releasesWords);
  const may = useMay("registers:write");
  const [open, setOpen] = useState(false);
  if (!may) return null;
  if (!open)
    return (
      <p className="no-print">
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {words.plan}
        </button>
      </p>
    );
  return <PlanForm product={product} close={() => setOpen(false)} />;
}

function PlanForm({ product, close }: { readonly product: string; close(): void }) {
  const words = useWords(releasesWords);
  const [{ version }, change, drop] = useDraft(`release.${product}`, EMPTY);
  const step = useReleaseStep(product, () => {
    drop();
    close();
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    step.mutate({ version: version.trim(), to: "planned" });
  };
  return (
    <form className="form-part no-print" onSubmit={send}>
      <h3>{words.plan}</h3>
      <p className="note">{words.planHow}</p>
      <Field label={words.version}>
        {(given) => (
          <input
            {...given}
            className="input"
            required
            maxLength={100}
            value={version}
            onChange={({ target }) => change({ version: target.value })}
          />
        )}
      </Field>
      <FormEnd error={step.error} pending={step.isPending} empty={version.trim() === ""} words={words} close={close} />
    </form>
  );
}
