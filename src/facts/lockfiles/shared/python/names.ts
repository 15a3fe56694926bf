// Names and versions as Python's packaging specifications define them.

/** The normalised name of PEP 503: lower case, runs of `-`, `_`, `.` are one `-`. */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}

/** The exact version that a specifier pins (`==1.2`, `===1.2`, also among others: `>=1,==1.2`); undefined where it pins none. */
export function pinnedVersion(specifier: string): string | undefined {
  for (const clause of specifier.split(",")) {
    const found = /^\s*={2,3}\s*([^\s*$]+)\s*$/.exec(clause)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The indexes that need no mention. */
export const usualPythonIndexes = ["pypi.org/simple", "pypi.python.org/simple", "pypi.org", "files.pythonhosted.org"];

const WHEEL = /^([A-Za-z0-9_.]+)-([A-Za-z0-9_.!+]+)(?:-\d[A-Za-z0-9_.]*)?-[A-Za-z0-9_.]+-[A-Za-z0-9_.]+-[A-Za-z0-9_.]+\.whl$/;
const SDIST = /^([A-Za-z0-9_.-]+?)-(\d[A-Za-z0-9_.!+]*)(?:\.tar\.gz|\.tar\.bz2|\.zip|\.tgz)$/;

/** The version in the name of a wheel or source archive of this package (PEP 427, PEP 625), by address or path. */
export function versionInFileName(address: string, name: string): string | undefined {
  const path = address.replace(/[?#].*$/s, "");
  const file = decoded(path.slice(path.lastIndexOf("/") + 1)).slice(0, 300);
  const found = WHEEL.exec(file) ?? SDIST.exec(file);
  return found?.[1] !== undefined && normalName(found[1]) === normalName(name) ? found[2] : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
