// Names and their values, one under the other; what nobody said is left out.
interface Props {
  readonly of: readonly (readonly [name: string, value: string | undefined])[];
}

export function Facts({ of }: Props) {
  return (
    <dl className="facts">
      {of.map(([name, value]) =>
        value === undefined ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}
