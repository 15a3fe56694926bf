// A process of its own that asks a server as many people would: told what to ask, it prints what it measured as JSON. Requests come at a constant rate, whether
// or not those before were answered, and an answer's time counts from when its request was due: a server that stalls pays for everybody who waited meanwhile
// ("coordinated omission"). Autocannon sends a second's requests all at once at its beginning, which no two hundred people do.
import { Agent, get } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

interface Order {
  readonly url: string;
  readonly paths: readonly string[];
  readonly rate: number;
  readonly seconds: number;
}

const order = JSON.parse(process.argv[2] ?? "{}") as Order;
const agent = new Agent({ keepAlive: true, maxSockets: 50 });
const times: number[] = [];
let errors = 0;
let refused = 0;

function ask(path: string, due: number): Promise<void> {
  return new Promise((done) => {
    const failed = () => {
      errors++;
      done();
    };
    get(`${order.url}${path}`, { agent, timeout: 10_000 }, (answer) => {
      if (answer.statusCode !== 200) refused++;
      answer.resume();
      answer.on("error", failed);
      answer.on("end", () => {
        times.push(performance.now() - due);
        done();
      });
    })
      .on("timeout", function (this: { destroy(): void }) {
        this.destroy();
      })
      .on("error", failed);
  });
}

const start = performance.now() + 100;
const asked: Promise<void>[] = [];
for (let n = 0; n < order.rate * order.seconds; n++) {
  const due = start + (n * 1000) / order.rate;
  const early = due - performance.now();
  if (early > 0) await wait(early);
  asked.push(ask(order.paths[n % order.paths.length] ?? "/", due));
}
await Promise.all(asked);
agent.destroy();

const sorted = times.toSorted((a, b) => a - b);
const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
process.stdout.write(JSON.stringify({ sent: asked.length, errors, refused, p50: at(0.5), p99: at(0.99), max: at(1) }));
