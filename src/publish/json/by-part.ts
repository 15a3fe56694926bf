// A result document of which each part is parsed when somebody asks for it: a question about one component needs neither the findings nor the verdicts,
// which are most of it.

const LINE_END = 10;
const QUOTE = 34;
const COLON = 58;

/** The document in these bytes, as `json.ts` writes it; undefined where it is written in another way. Throws where a part is asked for that is no JSON. */
export function documentByPart(bytes: Buffer): object | undefined {
  const end = bytes.lastIndexOf("\n}\n");
  if (!bytes.subarray(0, 3).equals(START) || end !== bytes.length - 3) return undefined;
  const keys = [...keysIn(bytes, end)];
  const document = {};
  keys.forEach(({ name, value }, index) => {
    const next = keys[index + 1];
    // Before the next key stand a comma and the end of the line.
    lazily(document, name, () => JSON.parse(bytes.toString("utf8", value, next === undefined ? end : next.line - 2)) as unknown);
  });
  return document;
}

const START = Buffer.from('{\n"');

interface Key {
  readonly name: string;
  /** Where its line begins, and where its value does. */
  readonly line: number;
  readonly value: number;
}

/** Elements of lists have lines of their own, and none of them begins with a text and a colon: only a key does. */
function* keysIn(bytes: Buffer, end: number): Generator<Key> {
  for (let before = bytes.indexOf('\n"'); before >= 0 && before < end; before = bytes.indexOf('\n"', before + 1)) {
    const line = before + 1;
    const quote = bytes.indexOf(QUOTE, line + 1);
    if (quote < 0 || bytes[quote + 1] !== COLON || bytes.subarray(line, quote).includes(LINE_END)) continue;
    yield { name: bytes.toString("utf8", line + 1, quote), line, value: quote + 2 };
  }
}

/** Looks like any other property, and becomes one when it is first read. */
function lazily(document: object, name: string, read: () => unknown): void {
  Object.defineProperty(document, name, {
    enumerable: true,
    configurable: true,
    get() {
      const value = read();
      Object.defineProperty(document, name, { value, enumerable: true, configurable: true, writable: true });
      return value;
    },
  });
}
