// A step of a release, as a form: what it brings along is asked for, nothing that is known is typed.
import { releasesWords } from "@allmend/look/words/portal/releases";
import { type FormEvent, useState } from "react";
import { Field } from "../../parts/field.tsx";
import { FormEnd } from "../../parts/form-end.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { useWords } from "../../parts/use-words.ts";
import type { ReleaseData } from "./product-releases.tsx";
import { type FileKind, useReleaseStep } from "./use-release-step.ts";

const KINDS = ["notices", "sbom", "offer", "sources", "compliance"] as const satisfies readonly FileKind[];
const ALWAYS: ReadonlySet<FileKind> = new Set(["notices", "sbom"]);
const EMPTY = { because: "", archive: "" };

interface Props {
  readonly product: string;
  readonly release: ReleaseData;
  readonly to: ReleaseData["state"];
  close(): void;
}

export function ReleaseStep({ product, release: { version, artifacts }, to, close }: Props) {
  const words = useWords(releasesWords);
  const [draft, change, drop] = useDraft(`release.${product}.${version}.${to}`, EMPTY);
  const [files, setFiles] = useState<Partial<Record<FileKind, File>>>({});
  const step = useReleaseStep(product, () => {
    drop();
    close();
  });
  const asked = to === "made" ? KINDS : to === "verified" ? KINDS.filter((kind) => artifacts.some((made) => made.kind === kind)) : [];
  const send = (event: FormEvent) => {
    event.preventDefault();
    step.mutate({
      version,
      to,
      files,
      ...(to === "planned" ? { because: draft.because } : {}),
      ...(to === "archived" ? { archive: draft.archive } : {}),
    });
  };
  return (
    <form className="form-part no-print" onSubmit={send}>
      <h4>{words.steps[to]}</h4>
      {to === "planned" && <p className="note">{words.how.planned}</p>}
      {to === "planned" && (
        <Field label={words.because}>
          {(given) => (
            <input
              {...given}
              className="input"
              required
              maxLength={4000}
              value={draft.because}
              onChange={({ target }) => change({ because: target.value })}
            />
          )}
        </Field>
      )}
      {asked.map((kind) => (
        <Field key={kind} label={words.files[kind]}>
          {(given) => (
            <input
              {...given}
              type="file"
              required={to === "verified" || ALWAYS.has(kind)}
              onChange={({ target }) => setFiles((before) => chosen(before, kind, target.files?.[0]))}
            />
          )}
        </Field>
      ))}
      {to === "archived" && (
        <Field label={words.archive} hint={words.archiveHint}>
          {(given) => (
            <input
              {...given}
              className="input"
              required
              maxLength={4000}
              value={draft.archive}
              onChange={({ target }) => change({ archive: target.value })}
            />
          )}
        </Field>
      )}
      <FormEnd error={step.error} pending={step.isPending} words={words} close={close} />
    </form>
  );
}

function chosen(before: Partial<Record<FileKind, File>>, kind: FileKind, file: File | undefined): Partial<Record<FileKind, File>> {
  const { [kind]: _gone, ...others } = before;
  return file === undefined ? others : { ...others, [kind]: file };
}
