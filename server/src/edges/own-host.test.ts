import { expect, it } from "vitest";
import { isOwnHost } from "./own-host.ts";

it("knows this machine by its own names, and by none that another site could choose", () => {
  const own = ["localhost", "localhost:3000", "LOCALHOST:3000", "127.0.0.1:3000", "127.1.2.3", "[::1]:3000", "[::1]"];
  const strange = [
    "evil.example",
    "127.0.0.1.evil.example",
    "localhost.evil.example:3000",
    "evil.example:127",
    "",
    "::1",
  ];
  expect(own.filter((host) => !isOwnHost(host))).toEqual([]);
  expect([...strange, undefined].filter(isOwnHost)).toEqual([]);
});
