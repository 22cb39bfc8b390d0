import { describe, expect, it } from "vitest";
import { PullSourceFile } from "./pull-config.ts";

const ROW = {
  indicator: { constant: "trade.export.value" },
  area: { constant: "VN" },
  period: { field: "ky" },
  value: { field: "gia_tri" },
};
const SOURCE = {
  code: "hai-quan",
  feed: "mof.customs",
  name: { vi: "Hải quan", en: "Customs" },
  url: "https://vi-du.gov.vn/so-lieu?ky=2026",
  format: { kind: "json" },
  rows: [ROW],
  schedule: { kind: "daily", at: "06:30" },
};

const placesOf = (change: object): string[] =>
  PullSourceFile.safeParse({ ...SOURCE, ...change }).error?.issues.map(({ path }) => path.join(".")) ?? [];

describe("the configuration of a source", () => {
  it("says what it leaves open", () => {
    expect(PullSourceFile.parse(SOURCE)).toMatchObject({
      enabled: true,
      strict: false,
      privateAddresses: [],
      limits: { timeoutSeconds: 60, connectSeconds: 10, bytes: 16_777_216 },
      format: { records: "" },
    });
  });

  it.each<[string, object, string[]]>([
    ["another scheme", { url: "ftp://vi-du.gov.vn/x" }, ["url"]],
    ["a password in the address", { url: "https://a:b@vi-du.gov.vn/" }, ["url"]],
    ["a token in the address", { url: "https://vi-du.gov.vn/?access_token=1" }, ["url"]],
    ["any variable of the environment", { secret: { kind: "bearer", env: "BOCHISO_DATABASE_URL" } }, ["secret.env"]],
    ["a file elsewhere", { secret: { kind: "bearer", file: "../khoa" } }, ["secret.file"]],
    ["two places of a secret", { secret: { kind: "bearer", env: "BOCHISO_PULL_A", file: "a" } }, ["secret"]],
    ["a header that is ours", { secret: { kind: "header", name: "Host", file: "a" } }, ["secret.name"]],
    ["a header without a name", { secret: { kind: "header", file: "a" } }, ["secret.name"]],
    ["a column from nowhere", { rows: [{ ...ROW, area: {} }] }, ["rows.0.area"]],
    ["a month without its year", { rows: [{ ...ROW, period: { month: "thang" } }] }, ["rows.0.period"]],
    ["a unit by a field without a table", { rows: [{ ...ROW, unit: { field: "dvt" } }] }, ["rows.0.unit"]],
    ["a time that is none", { schedule: { kind: "daily", at: "24:00" } }, ["schedule.at"]],
    ["a due rule without a delay", { schedule: { kind: "due", periodType: "month", rule: {} } }, ["schedule.rule"]],
    [
      "a due rule that cannot be read",
      { schedule: { kind: "due", periodType: "month", rule: { after: "x" } } },
      ["schedule.rule"],
    ],
    ["no range of addresses", { privateAddresses: ["10.0.0.1/8"] }, ["privateAddresses.0"]],
    ["what nobody knows", { retries: 3 }, [""]],
  ])("refuses %s", (_, change, places) => {
    expect(placesOf(change)).toEqual(places);
  });
});
