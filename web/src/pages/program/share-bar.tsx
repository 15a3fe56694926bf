interface Props {
  /** 0 to 1; null: not known. */
  readonly value: number | null;
  /** Lines to compare with. */
  readonly references: readonly { readonly at: number }[];
}

/** A share as a bar; its figure stands beside it as text. */
export function ShareBar({ value, references }: Props) {
  return (
    <svg className="share-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="track" width="100" height="6" />
      {value !== null && <rect className="value" width={100 * value} height="6" />}
      {references.map(({ at }) => (
        <rect key={at} className="reference" x={100 * at} width="0.5" height="6" />
      ))}
    </svg>
  );
}
