import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { isPublicAddress } from "./addresses.ts";
import { call, type Resolver } from "./call.ts";

async function server(answer: Parameters<typeof createServer>[1]): Promise<{ url: string; trusted: Set<string>; hits: () => number }> {
  let hits = 0;
  const running = createServer((request, response) => {
    hits++;
    void answer?.(request, response);
  });
  await new Promise<void>((done) => running.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    running.closeAllConnections();
    running.close();
  });
  const host = `127.0.0.1:${(running.address() as AddressInfo).port}`;
  return { url: `http://${host}`, trusted: new Set([host]), hits: () => hits };
}

const answers = (...addresses: string[]): Resolver => {
  let asked = 0;
  return (_name, _options, done) => {
    const address = addresses[Math.min(asked++, addresses.length - 1)] ?? "";
    done(null, [{ address, family: address.includes(":") ? 6 : 4 }]);
  };
};

test("addresses of the house, of this machine and of clouds are not public, however they are written", () => {
  const inside = [
    "127.0.0.1",
    "127.255.0.1",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.100.100.200",
    "192.0.0.192",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:8.8.8.8",
    "64:ff9b::a00:1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2001::1",
    "localhost",
    "",
    "1",
  ];
  expect(inside.filter(isPublicAddress)).toEqual([]);
  const outside = ["8.8.8.8", "140.82.121.3", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450:4001::1"];
  expect(outside.filter((address) => !isPublicAddress(address))).toEqual([]);
});

test("only https to public addresses is called, without a user in it", async () => {
  for (const address of [
    "http://example.org/",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://0177.0.0.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://user:pass@example.org/",
    "ftp://example.org/",
    "file:///etc/passwd",
  ])
    await expect(call(address), address).rejects.toMatchObject({ code: "address-not-allowed" });
});

test("a name that leads inside is not called, also where it answers differently the second time", async () => {
  const { url, hits } = await server((_request, response) => response.end("secret"));
  const port = new URL(url).port;
  for (const resolver of [answers("127.0.0.1"), answers("::1"), answers("::ffff:127.0.0.1"), answers("10.0.0.1")])
    await expect(call(`https://rebind.example:${port}/`, { resolver })).rejects.toMatchObject({ code: "address-not-allowed" });
  // First public, then inside: the connection goes to the address that was checked, which here is one where nobody answers.
  await expect(
    call(`https://rebind.example:${port}/`, { resolver: answers("203.0.112.1", "127.0.0.1"), within: 300 }),
  ).rejects.toMatchObject({
    code: "call-failed",
  });
  expect(hits()).toBe(0);
});

test("one bad address among good ones refuses the name", async () => {
  const resolver: Resolver = (_name, _options, done) =>
    done(null, [
      { address: "8.8.8.8", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ]);
  await expect(call("https://mixed.example/", { resolver })).rejects.toMatchObject({ code: "address-not-allowed" });
});

test("a trusted host is called; redirects are not followed, slow and endless answers are cut off", async () => {
  const { url, trusted, hits } = await server((request, response) => {
    if (request.url === "/moved") return void response.writeHead(302, { location: "http://127.0.0.1:1/" }).end();
    if (request.url === "/slow") return undefined;
    if (request.url === "/endless") return void setInterval(() => response.write("x".repeat(10_000)), 1).unref();
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => response.end(`${request.method} ${Buffer.concat(parts).toString()}`));
    return undefined;
  });
  expect((await call(url, { trusted, method: "POST", body: "häh" })).body.toString()).toBe("POST häh");
  expect((await call(`${url}/moved`, { trusted })).status).toBe(302);
  await expect(call(`${url}/slow`, { trusted, within: 200 })).rejects.toThrow("did not answer in time");
  await expect(call(`${url}/endless`, { trusted, atMost: 50_000 })).rejects.toThrow("larger than 50000 bytes");
  expect(hits()).toBe(4);
  await expect(call(url.replace("127.0.0.1", "localhost"), { trusted })).rejects.toMatchObject({ code: "address-not-allowed" });
});
