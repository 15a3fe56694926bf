// What two sequences have in common, in order: the ground of patches and of what is shown of a changed text.

export interface Step<T> {
  /** `same`: in both; `gone`: in the first alone; `new`: in the second alone. */
  readonly is: "same" | "gone" | "new";
  readonly item: T;
}

/** Above this many pairs to compare the middle counts as rewritten: nobody reads a finer answer, and nobody can make a server look for one. */
const MOST_PAIRS = 4_000_000;

/** The shortest way from one sequence to the other, `gone` before `new`. Without the `new` it reads as the first, without the `gone` as the second. */
export function align<T>(before: readonly T[], after: readonly T[]): Step<T>[] {
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < least - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const same = (items: readonly T[]) => items.map((item): Step<T> => ({ is: "same", item }));
  return [
    ...same(before.slice(0, head)),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...same(before.slice(before.length - tail)),
  ];
}

function middle<T>(before: readonly T[], after: readonly T[]): Step<T>[] {
  if (before.length * after.length > MOST_PAIRS) {
    return [...before.map((item): Step<T> => ({ is: "gone", item })), ...after.map((item): Step<T> => ({ is: "new", item }))];
  }
  const common = commonLengths(before, after);
  const width = after.length + 1;
  const steps: Step<T>[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i] as T, after[j] as T];
    if (i < before.length && j < after.length && old === fresh) {
      steps.push({ is: "same", item: old });
      i++;
      j++;
    } else if (i < before.length && (j === after.length || (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))) {
      steps.push({ is: "gone", item: old });
      i++;
    } else {
      steps.push({ is: "new", item: fresh });
      j++;
    }
  }
  return steps;
}

/** Length of the longest common subsequence from each pair of places on, row by row. */
function commonLengths<T>(before: readonly T[], after: readonly T[]): Uint32Array {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        before[i] === after[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  return lengths;
}
