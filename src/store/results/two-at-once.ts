// While the database keeps one portion the next is made, and no more than these two are in memory.

/**
 * Takes portions one after the other and does `work` with two of them at a time. Ends once both have ended: where one fails no further one is taken, and
 * what failed first is thrown.
 */
export async function twoAtOnce<T>(portions: Iterable<T>, work: (portion: T) => Promise<void>): Promise<void> {
  const waiting = portions[Symbol.iterator]();
  const failures: unknown[] = [];
  const takeAll = async () => {
    try {
      for (let next = waiting.next(); !next.done; next = waiting.next()) {
        await work(next.value);
        if (failures.length > 0) return;
      }
    } catch (cause) {
      failures.push(cause);
    }
  };
  await Promise.all([takeAll(), takeAll()]);
  if (failures.length > 0) throw failures[0];
}
