// Executable or compiled artefacts in the tree, as OpenSSF Scorecard's Binary-Artifacts check finds them: by extension and content, or by content alone.
import type { TreeFile } from "../../tree.ts";
import type { Check } from "../types.ts";
import { isTestData } from "../shared/vendored.ts";
import { extensionOf, isBinaryType, looksBinary } from "../shared/binary.ts";

const MAX_BYTES = 50_000_000;
const MIN_PROGRAM_BYTES = 64;
const MAX_NAMED = 20_000;
const MAX_NAMELESS = 2000;

export const binaries: Check = {
  id: "binaries",
  facts: ["binaries"],
  async collect(files, answers) {
    const named = files.tree.files.filter((file) => isRegular(file) && isBinaryType(file.path));
    const nameless = files.tree.files.filter((file) => isRegular(file) && mayBeProgram(file));
    const candidates = [...named.slice(0, MAX_NAMED), ...nameless.slice(0, MAX_NAMELESS)];
    const found = await Promise.all(
      candidates.map(async (file) => {
        if (file.size !== undefined && file.size > MAX_BYTES) return isBinaryType(file.path) ? file.path : undefined;
        const bytes = await files.tree.read(file.path);
        return bytes && looksBinary(file.path, bytes) ? file.path : undefined;
      }),
    );
    const paths = found.filter((path) => path !== undefined);
    answers.set("binaries", paths.length, ...paths.map(evidenceOf));
  },
};

function isRegular(file: TreeFile): boolean {
  return file.kind === "file" && !isTestData(file.path);
}

/** Programs have no extension, or a version as one (`libx.so.1`). */
function mayBeProgram({ path, size = MIN_PROGRAM_BYTES }: TreeFile): boolean {
  return size >= MIN_PROGRAM_BYTES && /^\d*$/.test(extensionOf(path)) && !/(?:^|\/)\.[^/]*$/.test(path);
}

function evidenceOf(path: string): { path: string; note?: string } {
  return path.endsWith("gradle-wrapper.jar") ? { path, note: "the Gradle wrapper: compare it with the published checksum" } : { path };
}
