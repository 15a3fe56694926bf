// Which addresses of the network are nobody's business: a redirect or a name of a package must not make us call inside the house.
import { lookup as resolve } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

const blocked = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  blocked.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [
  ["::", 128],
  ["::1", 128],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  blocked.addSubnet(network, bits, "ipv6");

/** Whether an IP address is private, of this machine, or reserved. IPv4 inside of IPv6 counts as what it is. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1] ?? plain;
  const family = isIP(mapped);
  return family === 0 ? false : blocked.check(mapped, family === 4 ? "ipv4" : "ipv6");
}

export class PrivateAddress extends Error {
  constructor(host: string) {
    super(`${host} lies inside a private network`);
  }
}

/** Resolves names at the moment of connecting, and refuses those that lead to a private address. */
export const publicLookup: LookupFunction = (host, options, done) => {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, "", 0);
    const found = addresses.filter(({ address }) => !isPrivateAddress(address));
    const [first] = found;
    if (!first) return done(new PrivateAddress(host), "", 0);
    if (options.all) return done(null, found);
    return done(null, first.address, first.family);
  });
};
