// Answers that are worked out once: those who ask at once wait for the same work.

/** Asks by key. At most so many answers are kept, the oldest goes first; what failed is worked out anew. */
export function keeping<T>(most: number): (key: string, work: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (key, work) => {
    const known = kept.get(key);
    if (known) return known;
    const working = work();
    kept.set(key, working);
    working.catch(() => kept.delete(key));
    for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
    return working;
  };
}
