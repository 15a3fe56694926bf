// The functions of MSBuild that a project's packages commonly depend on; all others give no answer.

/** Searches upwards from a folder for a file: gives its folder (`repo:/…/`), or the empty text. */
export type PathSearch = (file: string, start: string) => string;

/** Calls `[MSBuild]::Name('a', 'b')`; undefined for what is not known here. */
export function callFunction(text: string, search: PathSearch): string | undefined {
  const call = /^\[(?:MSBuild|Microsoft\.Build\.Evaluation\.IntrinsicFunctions)\]::(\w+)\((.*)\)$/is.exec(text.trim());
  if (!call) return undefined;
  const [first = "", second = ""] = argumentsOf(call[2] ?? "");
  switch ((call[1] ?? "").toLowerCase()) {
    case "getpathoffileabove": {
      const folder = search(first, second);
      return folder === "" ? "" : folder + first;
    }
    case "getdirectorynameoffileabove":
      return search(second, first);
    case "istargetframeworkcompatible":
      return asText(isCompatible(first, second));
    case "gettargetframeworkidentifier":
      return frameworkOf(first)?.identifier;
    case "gettargetframeworkversion": {
      const framework = frameworkOf(first);
      return framework && framework.parts.join(".");
    }
    case "valueordefault":
      return first === "" ? second : first;
    case "ensuretrailingslash":
      return first === "" || /[\\/]$/.test(first) ? first : `${first}/`;
    case "normalizedirectory":
    case "normalizepath":
      return first;
    default:
      return undefined;
  }
}

/** Calls a method of a text: `$(TargetFramework.StartsWith('net4'))`. */
export function callMember(target: string, name: string, rest: string): string | undefined {
  const [first = "", second = ""] = argumentsOf(rest.replace(/^\(|\)$/g, ""));
  switch (name.toLowerCase()) {
    case "startswith":
      return asText(target.startsWith(first));
    case "endswith":
      return asText(target.endsWith(first));
    case "contains":
      return asText(target.includes(first));
    case "replace":
      return first === "" ? target : target.replaceAll(first, second);
    case "trim":
      return target.trim();
    case "tolower":
    case "tolowerinvariant":
      return target.toLowerCase();
    default:
      return undefined;
  }
}

function argumentsOf(text: string): readonly string[] {
  return text.split(",").map((part) => part.trim().replace(/^(['"`])(.*)\1$/s, "$2"));
}

function asText(answer: boolean | undefined): string | undefined {
  return answer === undefined ? undefined : answer ? "true" : "false";
}

interface Framework {
  readonly identifier: ".NETCoreApp" | ".NETFramework" | ".NETStandard";
  readonly parts: readonly number[];
}

/** Reads a target framework: `net8.0-windows`, `net48`, `netstandard2.0`, `netcoreapp3.1`. */
function frameworkOf(moniker: string): Framework | undefined {
  const found = /^(netcoreapp|netstandard|net)(\d[\d.]*)/i.exec(moniker.trim());
  if (!found?.[2]) return undefined;
  const family = found[1]?.toLowerCase();
  const digits = found[2];
  if (family === "net" && !digits.includes(".")) return { identifier: ".NETFramework", parts: [...digits].map(Number) };
  const identifier = family === "netstandard" ? ".NETStandard" : ".NETCoreApp";
  return { identifier, parts: digits.split(".").map(Number) };
}

function isCompatible(target: string, candidate: string): boolean | undefined {
  const a = frameworkOf(target);
  const b = frameworkOf(candidate);
  if (!a || !b) return undefined;
  if (a.identifier !== b.identifier) return b.identifier === ".NETStandard" ? undefined : false;
  for (let index = 0; index < Math.max(a.parts.length, b.parts.length); index += 1) {
    const difference = (a.parts[index] ?? 0) - (b.parts[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
