// Not too many at once, not too fast: how a polite guest calls.

export class Pace {
  readonly #gap: number;
  readonly #atOnce: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #next = 0;

  /** `perSecond`: tasks that begin in a second; `atOnce`: tasks that run at the same time. */
  constructor(perSecond: number, atOnce: number) {
    this.#gap = 1000 / perSecond;
    this.#atOnce = atOnce;
  }

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#atOnce) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#running += 1;
    try {
      const now = performance.now();
      const start = Math.max(now, this.#next);
      this.#next = start + this.#gap;
      if (start > now) await new Promise((done) => setTimeout(done, start - now));
      return await task();
    } finally {
      // A place that becomes free goes to who waits, else back.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
