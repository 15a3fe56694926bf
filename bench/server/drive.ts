// A process of its own that asks a server as many people would: told what to ask, it prints what it measured as JSON.
import autocannon from "autocannon";

interface Order {
  readonly url: string;
  readonly paths: readonly string[];
  readonly rate: number;
  readonly seconds: number;
}

const order = JSON.parse(process.argv[2] ?? "{}") as Order;
const { latency, errors, timeouts, non2xx, requests } = await autocannon({
  url: order.url,
  connections: 20,
  overallRate: order.rate,
  duration: order.seconds,
  requests: order.paths.map((path) => ({ method: "GET" as const, path })),
});
process.stdout.write(
  JSON.stringify({
    sent: requests.total,
    errors: errors + timeouts,
    refused: non2xx,
    p50: latency.p50,
    p99: latency.p99,
    max: latency.max,
  }),
);
