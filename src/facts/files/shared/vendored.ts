// Folders that hold the code of others, or samples and test data: what stands there does not speak for the repository.

const VENDOR_FOLDER = /^(?:vendor|vendored|third[-_]?party|3rdparty|node_modules|bower_components|jspm_packages)$/i;
// Names that other things have in other cases.
const VENDOR_FOLDER_EXACT: ReadonlySet<string> = new Set(["Godeps", "Pods", "Carthage"]);
const SAMPLE_FOLDER =
  /^(?:test.*|.*[-_.]tests?|__tests?__|(?:__)?fixtures?(?:__)?|specs?|e2e|examples?|samples?|demos?|playgrounds?|templates?|(?:__)?snapshots(?:__)?|bench(?:es|marks?)?)$/i;

/** The part of the path up to the first folder of others' code; undefined where there is none, or where it is a part of samples or tests. */
export function vendorFolderOf(path: string): string | undefined {
  for (let start = 0, end = path.indexOf("/"); end >= 0; start = end + 1, end = path.indexOf("/", start)) {
    const name = path.slice(start, end);
    if (isVendor(name)) return path.slice(0, end);
    if (isSample(name)) return undefined;
  }
  return undefined;
}

/** Whether a file is a sample, test data or somebody else's. */
export function isAside(path: string): boolean {
  for (let start = 0, end = path.indexOf("/"); end >= 0; start = end + 1, end = path.indexOf("/", start)) {
    const name = path.slice(start, end);
    if (isVendor(name) || isSample(name)) return true;
  }
  return false;
}

function isVendor(name: string): boolean {
  return VENDOR_FOLDER.test(name) || VENDOR_FOLDER_EXACT.has(name);
}

/** `test`, `integration-tests`, `funTest`. */
function isSample(name: string): boolean {
  return SAMPLE_FOLDER.test(name) || /[a-z\d]Tests?$/.test(name);
}

/** Test data as OpenSSF Scorecard leaves it out (checks/fileparser). */
export function isTestData(path: string): boolean {
  return /(?:^|\/)(?:testdata|src\/test)\//.test(path);
}
