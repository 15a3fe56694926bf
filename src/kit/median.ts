// Medians and quantiles.

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
