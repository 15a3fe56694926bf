// The stages of a Dockerfile, and the images that they start from or copy from.
import { substitute } from "../shared/substitute.ts";
import type { Instruction } from "./instructions.ts";

/** One image that a stage names. */
export interface ImageUse {
  /** With arguments filled in; undefined where one has no value. */
  readonly reference: string | undefined;
  readonly written: string;
  readonly platform?: string;
  readonly line: number;
  /** Index of the stage that names it. */
  readonly stage: number;
}

export interface Stages {
  readonly images: readonly ImageUse[];
  /** Indexes of the stages that the last one is made from, itself included: what they start from is in the image that is shipped. */
  readonly shipped: ReadonlySet<number>;
  readonly count: number;
}

export function stagesOf(instructions: readonly Instruction[]): Stages {
  const reader = new StageReader();
  for (const instruction of instructions) reader.read(instruction);
  return { images: reader.images, shipped: reader.shipped(), count: reader.count };
}

/** Arguments that BuildKit sets: the platform of the machine. */
const PLATFORM = new Set([
  "BUILDPLATFORM",
  "TARGETPLATFORM",
  "BUILDOS",
  "TARGETOS",
  "BUILDARCH",
  "TARGETARCH",
  "BUILDVARIANT",
  "TARGETVARIANT",
]);

class StageReader {
  readonly images: ImageUse[] = [];
  count = 0;
  readonly #globals = new Map<string, string>();
  readonly #names = new Map<string, number>();
  /** For each stage, the earlier stage that it starts from. */
  readonly #bases: (number | undefined)[] = [];

  read(instruction: Instruction): void {
    if (instruction.name === "FROM") this.#from(instruction);
    else if (instruction.name === "ARG" && this.count === 0) this.#arguments(instruction);
    else if (instruction.name === "COPY" || instruction.name === "RUN") this.#others(instruction);
  }

  /** The last stage and those under it. */
  shipped(): ReadonlySet<number> {
    const shipped = new Set<number>();
    for (let at: number | undefined = this.count - 1; at !== undefined && at >= 0 && !shipped.has(at); at = this.#bases[at])
      shipped.add(at);
    return shipped;
  }

  #value(text: string): string | undefined {
    return substitute(text, (name) => this.#globals.get(name));
  }

  /** `ARG A=1 B="2"`; one without a default has no value here. */
  #arguments(instruction: Instruction): void {
    for (const found of instruction.arguments.slice(0, 2_000).matchAll(/(\w+)=("[^"]*"|'[^']*'|\S*)/g)) {
      const value = this.#value((found[2] ?? "").replace(/^(["'])(.*)\1$/, "$2"));
      if (found[1] && value !== undefined) this.#globals.set(found[1], value);
    }
  }

  #from(instruction: Instruction): void {
    const words = instruction.arguments.split(/\s+/);
    let platform: string | undefined;
    while (words[0]?.startsWith("--")) {
      const flag = words.shift() as string;
      if (flag.startsWith("--platform=")) platform = this.#platform(flag.slice("--platform=".length));
    }
    const [written = "", as = "", name] = words;
    const stage = this.count;
    this.count += 1;
    const reference = this.#value(written)?.replace(/^(["'])(.*)\1$/, "$2");
    const base = reference === undefined ? undefined : this.#names.get(reference.toLowerCase());
    this.#bases.push(base);
    if (as.toLowerCase() === "as" && name) this.#names.set(name.toLowerCase(), stage);
    if (base !== undefined || reference === "scratch" || written === "") return;
    this.images.push({ reference, written, ...(platform === undefined ? {} : { platform }), line: instruction.line, stage });
  }

  #platform(text: string): string | undefined {
    return [...PLATFORM].some((name) => text.includes(name)) ? undefined : this.#value(text);
  }

  /** `COPY --from=image` and `RUN --mount=type=bind,from=image`: another image, unless it names a stage. */
  #others(instruction: Instruction): void {
    if (this.count === 0) return;
    for (const flag of /^(?:--\S+\s+)+/.exec(instruction.arguments.slice(0, 2_000))?.[0].split(/\s+/) ?? []) {
      const written = /^--from=(.+)$/.exec(flag)?.[1] ?? /^--mount=(?:.*,)?from=([^,]+)/.exec(flag)?.[1];
      if (written === undefined) continue;
      const reference = this.#value(written);
      const isStage = reference !== undefined && (this.#names.has(reference.toLowerCase()) || /^\d+$/.test(reference));
      if (!isStage) this.images.push({ reference, written, line: instruction.line, stage: this.count - 1 });
    }
  }
}
