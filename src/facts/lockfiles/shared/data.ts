// Looking into parsed data whose shape nobody promised. Own properties only, so that `constructor` and `__proto__` are names like any other.

export type DataObject = Readonly<Record<string, unknown>>;

/** An object that is neither null nor an array; otherwise undefined. */
export function asObject(value: unknown): DataObject | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as DataObject) : undefined;
}

export function asArray(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

export function asText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The value of an own property; undefined where the holder is no object or has none. */
export function field(holder: unknown, key: string): unknown {
  return typeof holder === "object" && holder !== null && Object.hasOwn(holder, key) ? (holder as DataObject)[key] : undefined;
}

export function textField(holder: unknown, key: string): string | undefined {
  return asText(field(holder, key));
}

export function objectField(holder: unknown, key: string): DataObject | undefined {
  return asObject(field(holder, key));
}

export function arrayField(holder: unknown, key: string): readonly unknown[] | undefined {
  return asArray(field(holder, key));
}

/** The own entries of an object; none for anything else (arrays included). */
export function entriesOf(value: unknown): [string, unknown][] {
  const object = asObject(value);
  return object ? Object.entries(object) : [];
}

/** Plain data together with where it stood in its file. */
export interface Positioned {
  /** Objects (some without prototype), arrays, strings, numbers, booleans, null. */
  readonly value: unknown;
  /** 1-based line of a key of one of the objects (or of an index of one of the arrays) inside `value`. */
  lineOf(container: unknown, key: string | number): number | undefined;
}

/** Where keys and indexes stand, by container. */
export type Positions = WeakMap<object, Map<string | number, number> | readonly number[]>;

/** A `lineOf` over recorded places; `toLine` turns a recorded place into a line. */
export function lineLookup(positions: Positions, toLine: (place: number) => number = (line) => line): Positioned["lineOf"] {
  return (container, key) => {
    if (typeof container !== "object" || container === null) return undefined;
    const places = positions.get(container);
    const place = places instanceof Map ? places.get(key) : typeof key === "number" ? places?.[key] : undefined;
    return place === undefined ? undefined : toLine(place);
  };
}
