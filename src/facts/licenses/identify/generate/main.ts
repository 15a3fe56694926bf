// Writes index.generated.bin: node src/facts/licenses/identify/generate/main.ts
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { licenseIds } from "#kit";
import { encodeIndex } from "../index/format.ts";
import { buildIndexData } from "./build.ts";

const data = buildIndexData();
const bytes = encodeIndex(data);
writeFileSync(join(import.meta.dirname, "..", "index.generated.bin"), bytes);
const missing = licenseIds("active").filter((id) => !data.templates.some((template) => template.id === id));
process.stdout.write(
  `${data.templates.length} texts, ${data.vocabulary.length} words, ${data.tokens.length} tokens, ${bytes.length} bytes; ids without a text of their own: ${missing.length}\n${missing.join(" ")}\n`,
);
