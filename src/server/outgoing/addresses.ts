// Which addresses of the network the server may call on somebody's word: public ones. Everything else is the house's own network, this machine, or a
// cloud's metadata service, and none of that is to be reached through us. The ranges are those of the IANA registries of special-purpose addresses.
import { BlockList, isIP } from "node:net";

const SPECIAL_4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
] as const;

/** Of IPv6 only 2000::/3 is public; these parts of it are not. */
const SPECIAL_6 = ["2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"] as const;

const special = new BlockList();
for (const range of SPECIAL_4) special.addSubnet(...partsOf(range), "ipv4");
for (const range of SPECIAL_6) special.addSubnet(...partsOf(range), "ipv6");
const globalUnicast = new BlockList();
globalUnicast.addSubnet("2000::", 3, "ipv6");

function partsOf(range: string): [string, number] {
  const [address = "", bits = ""] = range.split("/");
  return [address, Number(bits)];
}

export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, "ipv4");
  return family === 6 && globalUnicast.check(address, "ipv6") && !special.check(address, "ipv6");
}
