// Real files that hold no licence: sources, documents, configuration, lists. None may be answered. They are chosen by the hash of their path from
// repositories and packages, and left out where a word stands in them without which no licence is given or named.
import { identifyBytes, isLicenseFile } from "../src/facts/licenses/index.ts";
import { packageFiles, type RealFile, repositoryFiles } from "./real-files.ts";

/** Names of licences alone (MIT, Apache, Mozilla, BSD) may stand in a file: as a university, a server, a browser, a system. */
const speaksOfLicenses =
  /licen[cs]|copyright|\bspdx\b|[al]?gpl|public.domain|creative.?commons|permission is hereby|redistribution and use|permission to use|copyleft|all rights reserved|"license"/i;

export async function run(): Promise<void> {
  const files: RealFile[] = [];
  const wanted = (path: string): boolean => !isLicenseFile(path.slice(path.lastIndexOf("/") + 1));
  for await (const file of repositoryFiles(60, wanted)) files.push(file);
  for (const file of packageFiles(2, wanted)) files.push(file);
  const silent = files.filter(({ bytes }) => !speaksOfLicenses.test(Buffer.from(bytes).toString("latin1")));
  const answered = silent.flatMap(({ path, bytes }) => {
    const { expression } = identifyBytes(bytes, path);
    return expression === null ? [] : [`- ${path}: ${expression}`];
  });
  const share = ((100 * answered.length) / silent.length).toFixed(2);
  process.stdout.write(
    `${silent.length} files without a licence (of ${files.length} chosen): ${answered.length} answered, ${share} % (to reach: 1 %)\n\n`,
  );
  process.stdout.write(`${answered.slice(0, 40).join("\n")}\n`);
}
