// Whether a file that names components speaks of the product, or is test data or an example: by the names of its folders.

export type FilePlace = "product" | "test" | "example";

const TEST =
  /^(?:tests?|testing|test[-_]?data|testresources|test-resources|fixtures?|__fixtures__|__tests__|__mocks__|mocks?|spec|specs|e2e|it|its|integration[-_]?tests?|integrationtests|functional[-_]?tests?|functest|funtest|testfixtures|unit[-_]?tests?|snapshots?|__snapshots__)$/i;
const EXAMPLE = /^(?:examples?|samples?|demos?|docs?|documentation|tutorials?|playground|sandbox|benchmarks?|bench)$/i;

/** The place of a set of files: the product's where any of them is. A file at the root is always the product's. */
export function placeOf(paths: readonly string[]): FilePlace {
  let place: FilePlace | undefined;
  for (const path of paths) {
    const one = placeOfFile(path);
    if (one === "product") return one;
    place = place === "example" ? place : one;
  }
  return place ?? "product";
}

const known = new Map<string, FilePlace>();

function placeOfFile(path: string): FilePlace {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  const before = known.get(folder);
  if (before) return before;
  const segments = folder === "" ? [] : folder.split("/");
  const place = segments.some((segment) => TEST.test(segment))
    ? "test"
    : segments.some((segment) => EXAMPLE.test(segment))
      ? "example"
      : "product";
  if (known.size < 100_000) known.set(folder, place);
  return place;
}
