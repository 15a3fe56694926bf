// A link that works once; the first administrator says who they are.
import { signInWords } from "@allmend/look/words/portal/sign-in";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { api, data } from "../../api/client.ts";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { useWords } from "../../parts/use-words.ts";

export function EnterByLink({ link, first }: { readonly link: string; readonly first: boolean }) {
  const words = useWords(signInWords);
  const [id, setId] = useState("");
  const [name, setName] = useState("");
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => data(api.POST("/api/sign-in/link", { body: { link, ...(first ? { id, name } : {}) } })),
    onSuccess: ({ goTo }) => location.assign(goTo),
  });
  // Whoever is known already has nothing to say.
  useEffect(() => {
    if (!first) mutate();
  }, [first, mutate]);
  if (!first) return error ? <FailureNotice error={error} /> : <p role="status">{words.entering}</p>;
  const enter = (event: FormEvent) => {
    event.preventDefault();
    mutate();
  };
  return (
    <form className="form" onSubmit={enter}>
      <p className="lead">{words.first.why}</p>
      <label>
        {words.first.id}
        <input
          name="id"
          required
          pattern="[A-Za-z0-9][A-Za-z0-9._\-]*"
          value={id}
          autoComplete="username"
          onChange={(event) => setId(event.target.value)}
        />
      </label>
      <label>
        {words.first.name}
        <input name="name" required value={name} autoComplete="name" onChange={(event) => setName(event.target.value)} />
      </label>
      {error && <FailureNotice error={error} />}
      <button type="submit" className="button main" disabled={isPending}>
        {words.first.enter}
      </button>
    </form>
  );
}
