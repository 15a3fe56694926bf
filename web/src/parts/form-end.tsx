// The end of a short form: what went wrong, the way on, and the way out.
import { FailureNotice } from "./failure-notice.tsx";

interface Props {
  readonly error: unknown;
  /** It is on its way: not to be sent twice. */
  readonly pending: boolean;
  /** Nothing to send yet. */
  readonly empty?: boolean;
  readonly words: { readonly send: string; readonly sending: string; readonly close: string };
  close(): void;
}

export function FormEnd({ error, pending, empty = false, words, close }: Props) {
  return (
    <>
      {error !== null && <FailureNotice error={error} />}
      <div className="form-ways">
        <button type="submit" className="button main" disabled={empty || pending}>
          {pending ? words.sending : words.send}
        </button>
        <button type="button" className="button" onClick={close}>
          {words.close}
        </button>
      </div>
    </>
  );
}
