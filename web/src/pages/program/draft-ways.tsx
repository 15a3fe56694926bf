// How a draft leaves: as a patch for whoever keeps the program, or, where it lives in the database, into force.
import { documentWords } from "@allmend/look/words/portal/documents";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, data } from "../../api/client.ts";
import { useMay } from "../../api/me.ts";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";

interface Props {
  readonly path: string;
  readonly text: string;
  /** The version with which it was begun. */
  readonly base: string;
  /** It holds now: the draft is no more. */
  sent(): void;
}

export function DraftWays(props: Props) {
  return (
    <section className="draft-ways no-print">
      <AsPatch {...props} />
      <IntoForce {...props} />
    </section>
  );
}

function AsPatch({ path, text }: Props) {
  const words = useWords(documentWords).draft;
  const { say } = useSpeech();
  const [copied, setCopied] = useState("");
  const make = useMutation({
    mutationFn: () => data(api.POST("/api/program/drafts/patch", { body: { changes: { [path]: text } } })),
  });
  const name = `${path.replaceAll(/\W+/g, "-")}.patch`;
  const download = () => make.mutate(undefined, { onSuccess: ({ patch }) => save(name, patch) });
  const copy = () =>
    make.mutate(undefined, { onSuccess: ({ patch }) => void navigator.clipboard.writeText(patch).then(() => setCopied(patch)) });
  return (
    <div>
      <h2>{words.patch}</h2>
      <p className="soft">
        {words.patchHow} {make.data && make.data.folder !== "" && say(words.patchFolder, { folder: make.data.folder })}
      </p>
      <button type="button" className="button" disabled={make.isPending} onClick={download}>
        {words.download}
      </button>{" "}
      <button type="button" className="button" disabled={make.isPending} onClick={copy}>
        {copied !== "" && copied === make.data?.patch ? words.copied : words.copy}
      </button>
      {make.error && <FailureNotice error={make.error} />}
    </div>
  );
}

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/x-patch" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

function IntoForce({ path, text, base, sent }: Props) {
  const words = useWords(documentWords).draft;
  const may = useMay("program:write");
  const [why, setWhy] = useState("");
  const queries = useQueryClient();
  const home = useQuery({ queryKey: ["documents"], queryFn: ({ signal }) => data(api.GET("/api/program/documents", { signal })) }).data
    ?.home;
  const put = useMutation({
    mutationFn: () => data(api.POST("/api/program/drafts", { body: { base, changes: { [path]: text }, why } })),
    async onSuccess() {
      sent();
      await queries.invalidateQueries();
    },
  });
  if (put.isSuccess)
    return (
      <p role="status" className="s-allow">
        {words.enforced}
      </p>
    );
  if (!may || home === undefined) return null;
  if (home === "folder")
    return (
      <div>
        <h2>{words.enforce}</h2>
        <p className="soft">{words.enforceFolder}</p>
      </div>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        put.mutate();
      }}
    >
      <h2>{words.enforce}</h2>
      <label className="draft-why">
        {words.enforceWhy}
        <input value={why} maxLength={2000} required onChange={(event) => setWhy(event.target.value)} />
      </label>
      <button type="submit" className="button" disabled={put.isPending || why.trim() === ""}>
        {words.enforceSend}
      </button>
      {put.error && <FailureNotice error={put.error} />}
    </form>
  );
}
