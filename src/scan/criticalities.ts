// How much hangs on a product, from the least to the most.
export const criticalities = ["unknown", "low", "medium", "high", "critical"] as const;
