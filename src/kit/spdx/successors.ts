// Deprecated ids mean exactly what their successors mean. Source: the deprecation notes of the SPDX licence list 2.0 to 3.28.
import type { LicenseAtom } from "./types.ts";

/** GNU licences: the bare id and its `+` were replaced by `-only` and `-or-later` in list version 3.0. */
const gnuIds = /^(?:A?GPL|LGPL|GFDL)-\d\.\d(?:-(?:no-)?invariants)?(?:-only|-or-later)?$/;

const exact = new Map<string, readonly [id: string, exception?: string]>([
  ["BSD-2-Clause-FreeBSD", ["BSD-2-Clause-Views"]],
  ["BSD-2-Clause-NetBSD", ["BSD-2-Clause"]],
  ["GPL-2.0-with-GCC-exception", ["GPL-2.0-only", "GCC-exception-2.0"]],
  ["GPL-2.0-with-autoconf-exception", ["GPL-2.0-only", "Autoconf-exception-2.0"]],
  ["GPL-2.0-with-bison-exception", ["GPL-2.0-only", "Bison-exception-2.2"]],
  ["GPL-2.0-with-classpath-exception", ["GPL-2.0-only", "Classpath-exception-2.0"]],
  ["GPL-2.0-with-font-exception", ["GPL-2.0-only", "Font-exception-2.0"]],
  ["GPL-3.0-with-GCC-exception", ["GPL-3.0-only", "GCC-exception-3.1"]],
  ["GPL-3.0-with-autoconf-exception", ["GPL-3.0-only", "Autoconf-exception-3.0"]],
  ["Nunit", ["zlib-acknowledgement"]],
  ["StandardML-NJ", ["SMLNJ"]],
  ["bzip2-1.0.5", ["bzip2-1.0.6"]],
  ["eCos-2.0", ["GPL-2.0-or-later", "eCos-exception-2.0"]],
  ["wxWindows", ["LGPL-2.0-or-later", "WxWindows-exception-3.1"]],
]);

const exceptionSuccessors = new Map([["Nokia-Qt-exception-1.1", "Qt-LGPL-exception-1.1"]]);

/** The atom for an id as the list writes it, `plus` where `+` followed. Net-SNMP has no single successor and stays. */
export function currentAtom(id: string, plus: boolean): LicenseAtom {
  const [successor, exception] = exact.get(id) ?? [id];
  const withException = exception === undefined ? {} : { exception };
  if (gnuIds.test(successor)) {
    const later = plus || successor.endsWith("-or-later");
    return { kind: "license", id: successor.replace(/-only$|-or-later$/, "") + (later ? "-or-later" : "-only"), ...withException };
  }
  return plus ? { kind: "license", id: successor, orLater: true, ...withException } : { kind: "license", id: successor, ...withException };
}

export function currentException(id: string): string {
  return exceptionSuccessors.get(id) ?? id;
}
