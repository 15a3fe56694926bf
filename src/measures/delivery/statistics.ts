// The statistics of delivery: medians and quantiles over times and counts. Nothing here is ever an average.

/** The true median: the middle value, or the mean of the middle two. Undefined without values. */
export function median(values: readonly number[]): number | undefined {
  return quantile(values, 0.5);
}

/** The quantile `share` (0 to 1), interpolated between neighbours (Hyndman and Fan, type 7); at 0.5 the true median. */
export function quantile(values: readonly number[], share: number): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low === high ? low : low + (high - low) * (at - Math.floor(at));
}

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
