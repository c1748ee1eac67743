import { expect, test } from "vitest";
import { isPublicAddress } from "../../src/links/publicAddress.ts";

test.each([
  ["8.8.8.8", true],
  ["127.0.0.1", false],
  ["127.8.9.10", false],
  ["10.0.0.1", false],
  ["172.15.255.255", true],
  ["172.16.0.1", false],
  ["172.32.0.1", true],
  ["192.168.1.1", false],
  ["169.254.169.254", false],
  ["100.64.0.1", false],
  ["0.0.0.0", false],
  ["255.255.255.255", false],
  ["2400:3200::1", true],
  ["[2400:3200::1]", true],
  ["::1", false],
  ["[::1]", false],
  ["::", false],
  ["fe80::1", false],
  ["fd00::1", false],
  // What an IPv4 address looks like to a host that speaks IPv6.
  ["::ffff:127.0.0.1", false],
  ["::ffff:192.168.0.1", false],
  ["::127.0.0.1", false],
  ["64:ff9b::127.0.0.1", false],
  ["64:ff9b::a9fe:a9fe", false],
  ["64:ff9b::8.8.8.8", true],
  ["2002:7f00:1::", false],
  ["fec0::1", false],
  ["localhost", false],
  ["", false],
])("%s is public: %s", (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});
