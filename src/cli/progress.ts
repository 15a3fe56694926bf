// A line that says how far we are: rewritten in place on a terminal, a line now and then elsewhere.
import { printable } from "#kit";
import { fill, type Language } from "#look";
import { cliWords } from "./words.ts";

export interface Progress {
  /** `asked`: packages at their registries; `searched`: files of a history, in that repository; else repositories. */
  step(done: number, total: number, what: string, kind?: "read" | "asked" | "searched"): void;
  stage(text: string): void;
  end(): void;
}

const BAR = 24;

export function progress(quiet: boolean, language: Language): Progress {
  if (quiet) return { step() {}, stage() {}, end() {} };
  return process.stderr.isTTY ? onTerminal() : inLog(language);
}

function onTerminal(): Progress {
  const width = () => (process.stderr.columns ?? 80) - 1;
  const rewrite = (text: string) => process.stderr.write(`\r\u001B[2K${text.slice(0, width())}`);
  return {
    step(done, total, what) {
      const filled = Math.round((BAR * done) / Math.max(1, total));
      rewrite(`${"█".repeat(filled)}${"░".repeat(BAR - filled)} ${done}/${total} ${printable(what)}`);
    },
    stage: (text) => void rewrite(text),
    end: () => void process.stderr.write("\r\u001B[2K"),
  };
}

function inLog(language: Language): Progress {
  let tenth = "";
  return {
    step(done, total, what, kind = "read") {
      const now = `${kind} ${kind === "searched" ? what : ""} ${Math.floor((10 * done) / Math.max(1, total))}`;
      if (now === tenth) return;
      tenth = now;
      process.stderr.write(`${fill(cliWords(language)[kind], { done, total, repository: printable(what) }, language)}\n`);
    },
    stage: (text) => void process.stderr.write(`${text}\n`),
    end() {},
  };
}
