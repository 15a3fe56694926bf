// What comparison with DevLake and questionnaires need: the median as DevLake takes it.

/** The lower median, as DevLake takes it: the largest value whose percent rank is at most one half. Of two values the smaller. */
export function lowerMedian(values: readonly number[]): number | undefined {
  if (values.length < 2) return values[0];
  const sorted = [...values].sort((a, b) => a - b);
  let found = sorted[0];
  for (const [index, value] of sorted.entries()) {
    // Equal values share the rank of the first of them.
    const rank = index > 0 && sorted[index - 1] === value ? sorted.indexOf(value) : index;
    if (rank / (sorted.length - 1) <= 0.5) found = value;
  }
  return found;
}
