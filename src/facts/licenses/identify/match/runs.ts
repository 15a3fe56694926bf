// Shared grams of a file and one template, put together into runs that keep order and distance; runs of one copy of the text are then joined.

interface Run {
  /** Word positions in file and text, in pairs. */
  readonly anchors: number[];
  lastFile: number;
  lastText: number;
}

/** Most runs that are followed at once, and most that are kept. */
const maxOpen = 8;
const maxKept = 4000;
/** Beyond this many copies of a text, runs are no longer joined. */
const maxCopies = 200;
/** How far a gram may lie off the run's own distance, and how much farther per word since its last one. */
const slack = 12;
const slackPerWord = 0.15;
/** Runs farther apart in the file than in the text by this many words belong to different copies. */
const apart = 250;

class Runs {
  private readonly open: Run[] = [];
  private readonly kept: Run[] = [];

  /** Grams come in the order of the file. */
  add(file: number, text: number): void {
    let best = -1;
    let bestDrift = Number.POSITIVE_INFINITY;
    for (let at = 0; at < this.open.length; at++) {
      const run = this.open[at] as Run;
      const inText = text - run.lastText;
      const inFile = file - run.lastFile;
      if (inText <= 0 || inFile <= 0) continue;
      const drift = Math.abs(inFile - inText);
      if (drift < bestDrift && drift <= slack + slackPerWord * Math.min(inText, inFile)) {
        best = at;
        bestDrift = drift;
        if (drift === 0) break;
      }
    }
    if (best < 0) {
      this.begin(file, text);
      return;
    }
    const run = this.open[best] as Run;
    run.anchors.push(file, text);
    run.lastFile = file;
    run.lastText = text;
    // Recently continued runs stay in front; the last is given up for a new one.
    if (best > 0) {
      this.open[best] = this.open[best - 1] as Run;
      this.open[best - 1] = run;
    }
  }

  private begin(file: number, text: number): void {
    if (this.open.length === maxOpen) {
      const given = this.open.pop() as Run;
      if (given.anchors.length > 2 && this.kept.length < maxKept) this.kept.push(given);
    }
    this.open.push({ anchors: [file, text], lastFile: file, lastText: text });
  }

  /** Runs of `least` grams or more, the longest first. */
  longest(least: number): Run[] {
    return [...this.kept, ...this.open]
      .filter(({ anchors }) => anchors.length >= least * 2)
      .sort((a, b) => b.anchors.length - a.anchors.length);
  }
}

/** The anchors of each copy of a text in a file, from all shared grams (pairs in the order of the file): runs that follow each other in both are joined. */
export function copiesOf(pairs: Uint32Array, grams: number): number[][] {
  const runs = new Runs();
  for (let at = 0; at < pairs.length; at += 2) runs.add(pairs[at] as number, pairs[at + 1] as number);
  const copies: Run[][] = [];
  for (const run of runs.longest(grams > 12 ? 2 : 1)) {
    const copy =
      copies.length < maxCopies ? copies.find((one) => one.every((other) => follow(other, run) || follow(run, other))) : undefined;
    if (copy) copy.push(run);
    else copies.push([run]);
  }
  return copies.map((copy) => copy.sort((a, b) => a.lastFile - b.lastFile).flatMap(({ anchors }) => anchors));
}

function follow(before: Run, after: Run): boolean {
  const inFile = (after.anchors[0] as number) - before.lastFile;
  const inText = (after.anchors[1] as number) - before.lastText;
  return inFile > 0 && inText > 0 && inFile - inText < apart;
}
