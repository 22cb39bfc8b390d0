import { describe, expect, it } from "vitest";
import { ScopeId } from "./scope.ts";
import { GOVERNMENT_SCOPE, scopeIdOf } from "./scope-id-text.ts";

const SCOPES = ["cp", "bo/moh", "bo/mof.customs", "tinh/01", "tinh/MAU"];
const NONE = [
  "",
  "CP",
  "cp/",
  "bo/",
  "bo/MOH",
  "bo/1",
  "tinh/1",
  "tinh/001",
  "tinh/mau",
  "tinh/BO1",
  "tinh/vn63:24",
  "/cp",
  "cp?x=1",
  "bo/moh/x",
  "cp\n",
];

describe("whose dashboard an address names", () => {
  it.each(SCOPES)("%s is told alike by the schema and by what pages without it use", (text) => {
    expect(scopeIdOf(text)).toBe(ScopeId.parse(text));
  });

  it.each(NONE)("%j is none to either", (text) => {
    expect([scopeIdOf(text), ScopeId.safeParse(text).success]).toEqual([null, false]);
  });

  it("begins at the Government", () => {
    expect(ScopeId.parse(GOVERNMENT_SCOPE)).toBe("cp");
  });
});
