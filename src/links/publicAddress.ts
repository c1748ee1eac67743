import { BlockList, isIP } from "node:net";

/**
 * Networks in which no public site can be: this machine, its neighbours, what stands for nothing.
 * https://www.iana.org/assignments/iana-ipv4-special-registry, https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const special: Readonly<Record<"ipv4" | "ipv6", readonly string[]>> = {
  ipv4: [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
  ],
  ipv6: [
    "::/96",
    "64:ff9b:1::/48",
    "100::/64",
    "2001:db8::/32",
    "2002::/16",
    "fc00::/7",
    "fe80::/10",
    "fec0::/10",
    "ff00::/8",
  ],
};

const blocked = new BlockList();
for (const family of ["ipv4", "ipv6"] as const) {
  for (const network of special[family]) {
    const [base = "", bits] = network.split("/");
    blocked.addSubnet(base, Number(bits), family);
    // The same behind a translator of addresses: https://www.rfc-editor.org/rfc/rfc6052
    if (family === "ipv4") blocked.addSubnet(`64:ff9b::${base}`, 96 + Number(bits), "ipv6");
  }
}

/**
 * Whether a site that everybody can reach may stand at an IP address.
 * @param address - an IP address, an IPv6 one perhaps in brackets
 * @returns false for this machine, private networks and reserved ones; and for what is no IP address
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[(.*)\]$/, "$1");
  const version = isIP(bare);
  return version !== 0 && !blocked.check(bare, version === 4 ? "ipv4" : "ipv6");
}
