// ScanCode's JSON: licences and copyright of every file, streamed, because such a report is large.
// https://scancode-toolkit.readthedocs.io/en/stable/reference/output-format.html
import { arrayField, field, textField } from "../../lockfiles/shared/data.ts";
import { Unreadable } from "../../lockfiles/types.ts";
import { JsonSplitter } from "../../sboms/json/splitter.ts";
import { fileBytes, utf8Chunks } from "../../sboms/source.ts";
import { sbomLimits } from "../../sboms/types.ts";
import { textsOf } from "../shared/names.ts";
import { momentOf } from "../shared/text.ts";
import type { ImportInput, ImportOrigin, ImportSink } from "../types.ts";

const shape = { lists: new Set(["files"]), nested: new Map<string, ReadonlySet<string>>(), wrappers: new Set<string>() };

export async function readScanCode(input: ImportInput, sink: ImportSink): Promise<ImportOrigin> {
  const { about } = input;
  if (about === undefined)
    throw new Unreadable("a report of ScanCode does not say which repository it is about", undefined, "--about repository:NAME");
  let root: string | undefined;
  const splitter = new JsonSplitter(
    shape,
    {
      begin: () => -1,
      object(_list, _handle, value, line) {
        // The first entry is the folder that was scanned, unless --strip-root left it out.
        const path = textField(value, "path");
        if (root === undefined)
          root = textField(value, "type") === "directory" && path !== undefined && !path.includes("/") ? `${path}/` : "";
        takeFile(value, root, line, sink);
      },
    },
    sbomLimits,
  );
  for await (const chunk of utf8Chunks(fileBytes(input.path), sbomLimits.bytes)) splitter.push(chunk);
  const document = splitter.end();
  const [header] = arrayField(document, "headers") ?? [];
  if (textField(header, "tool_name") !== "scancode-toolkit" && field(document, "files") === undefined) {
    throw new Unreadable(
      "Not a report of ScanCode: no headers of scancode-toolkit and no files",
      undefined,
      "scancode --json-pp report.json -cl FOLDER",
    );
  }
  const at = momentOf(textField(header, "end_timestamp")?.replace(/^(\d{4}-\d{2}-\d{2}T)(\d{2})(\d{2})(\d{2})/, "$1$2:$3:$4"));
  const version = textField(header, "tool_version");
  return { replaces: about, ...(at === undefined ? {} : { at }), tool: `ScanCode${version === undefined ? "" : ` ${version}`}` };
}

function takeFile(value: unknown, root: string, line: number, sink: ImportSink): void {
  const path = textField(value, "path");
  if (path === undefined || path === "") return sink.notUnderstood("a file has no path", `line ${line}`);
  if (textField(value, "type") === "directory") return sink.empty("folders");
  if ((arrayField(value, "scan_errors") ?? []).length > 0)
    return sink.notUnderstood("ScanCode could not read a file", `line ${line} ${path}`);
  const found = detection(value);
  const copyrights = (arrayField(value, "copyrights") ?? []).flatMap(
    (entry) => textField(entry, "copyright") ?? textField(entry, "value") ?? [],
  );
  if (found.expression === undefined && copyrights.length === 0) return sink.empty("files without licence and copyright");
  const { confidence, line: at } = found;
  sink.fileLicenses({
    path: root !== "" && path.startsWith(root) ? path.slice(root.length) : path,
    expression: found.expression ?? "NOASSERTION",
    ...(confidence === undefined ? {} : { confidence }),
    ...(at === undefined ? {} : { line: at }),
    ...(copyrights.length === 0 ? {} : { copyrights: textsOf(copyrights).slice(0, 100) }),
  });
}

interface Detection {
  readonly expression?: string;
  readonly confidence?: number;
  readonly line?: number;
}

/** The whole expression since version 32; before, one entry for each licence of each match. */
function detection(value: unknown): Detection {
  const matches = (arrayField(value, "license_detections") ?? []).flatMap((entry) => arrayField(entry, "matches") ?? []);
  const expression = textField(value, "detected_license_expression_spdx") ?? "";
  if (expression !== "") return { expression: expression.slice(0, 4000), ...sureness(matches) };
  const old = arrayField(value, "licenses") ?? [];
  const ids = textsOf(old.map((entry) => textField(entry, "spdx_license_key")));
  return ids.length === 0 ? {} : { expression: ids.join(" AND "), ...sureness(old) };
}

/** As sure as the least sure match; scores are in per cent. */
function sureness(matches: readonly unknown[]): { confidence?: number; line?: number } {
  const scores = matches.map((match) => field(match, "score")).filter((score) => typeof score === "number");
  const lines = matches.map((match) => field(match, "start_line")).filter((line) => typeof line === "number" && line >= 1) as number[];
  return {
    ...(scores.length === 0 ? {} : { confidence: Math.round(Math.min(100, Math.max(0, Math.min(...scores)))) / 100 }),
    ...(lines.length === 0 ? {} : { line: Math.round(Math.min(...lines)) }),
  };
}
