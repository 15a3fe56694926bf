// What of autocannon is used here; it brings no types of its own.
declare module "autocannon" {
  interface Options {
    readonly url: string;
    readonly connections: number;
    readonly overallRate: number;
    readonly duration: number;
    readonly requests: readonly { readonly method: "GET"; readonly path: string }[];
  }
  interface Measured {
    readonly latency: { readonly p50: number; readonly p99: number; readonly max: number };
    readonly requests: { readonly total: number };
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
  }
  const autocannon: (options: Options) => Promise<Measured>;
  export default autocannon;
}
