import { createServer } from "node:net";

/** A port of this machine that nobody listens on. Known before a server starts: links that it hands out name it, and browsers say it as the origin of forms. */
export function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === "object" ? found(address.port) : fail(new Error("no port"))));
    });
  });
}
