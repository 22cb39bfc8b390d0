import { readRealSeries } from "@bochiso/seed/replay";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCsv } from "../../server/src/ingestion/decode/read-csv.ts";
import { type EmptyServer, startEmptyServer } from "../support/empty-server.ts";
import type { Answer } from "../support/http/answer.ts";
import { type ApiClient, apiClient, aSubmission, aTradeRow } from "../support/http/api-client.ts";
import type { ApiObservation } from "../support/http/system-client.ts";

const FORMATS = { csv: "text/csv", sdmx: "application/vnd.sdmx.data+csv;version=2.0.0" } as const;
type Format = keyof typeof FORMATS;
const NAMES = Object.keys(FORMATS) as Format[];
const FEED = "mof.customs";
/** Everything of the feed, reported, whatever its breakdown. */
const ALL = "origin=reported&breakdown.*=*";

let source: EmptyServer;
let from: ApiClient;
const targets = new Map<Format, EmptyServer>();

beforeAll(async () => {
  source = await startEmptyServer([FEED]);
  from = apiClient(source);
  await replaySeries();
  await makeHistory();
  for (const format of NAMES) targets.set(format, await startEmptyServer([FEED]));
});
afterAll(async () => {
  for (const target of targets.values()) await target.remove();
  await source?.remove();
});

const NOTES = [
  '=HYPERLINK("http://example.test";"bấm")',
  "+84 24 3825 5678",
  "-1 so với số trước",
  "@nguồn",
  "'=giữ nguyên dấu nháy",
  'hai dòng,\n"trích dẫn"; dấu phẩy',
  'x;=HYPERLINK("http://example.test","a");\'=y\n=1;"-2',
];

/** The published series of the feed, as it is replayed where a system is seeded. */
async function replaySeries(): Promise<void> {
  const { batches } = readRealSeries({ loadedAt: new Date().toISOString() });
  const own = batches.filter(({ feed }) => feed === FEED);
  expect(own.length).toBeGreaterThan(0);
  for (const { submission, idempotencyKey } of own) {
    const { status, text } = await from.submit(submission, { idempotencyKey });
    expect([status, status === 201 ? "" : text.slice(0, 600)]).toEqual([201, ""]);
  }
}

/** A series by hand: notes that look like formulas, every firmness, absences, breakdowns, windows, retractions. */
async function makeHistory(): Promise<void> {
  const rounds: object[][] = [
    NOTES.map((note, at) => aTradeRow({ period: `2025-0${at + 3}`, value: `+${at}.50`, note })),
    [
      aTradeRow({
        status: "P",
        value: "38510.250",
        window: { start: "2025-02-16", end: "2025-03-15" },
        baseYear: 2020,
      }),
      aTradeRow({ breakdown: { ownership: "FDI" }, value: "28000.50" }),
      aTradeRow({ indicator: "trade.import.value", value: null, status: "L" }),
      aTradeRow({ indicator: "trade.import.value", period: "2025-04", value: "1e3", status: "A" }),
    ],
    [
      aTradeRow({ status: "A", value: "38511", note: "=số chính thức" }),
      aTradeRow({ breakdown: { ownership: "FDI" }, value: undefined, status: undefined, retract: true, note: "=rút" }),
      aTradeRow({ indicator: "trade.import.value", value: "36880.10" }),
    ],
    [
      aTradeRow({ status: "A", value: "38512", note: "sửa số chính thức" }),
      aTradeRow({ breakdown: { ownership: "FDI" }, value: "28001" }),
      aTradeRow({ period: "2025-04", value: undefined, status: undefined, retract: true, note: "gửi nhầm" }),
    ],
  ];
  for (const rows of rounds) {
    const { status, text } = await from.submit(aSubmission(rows));
    expect([status, status === 201 ? "" : text]).toEqual([201, ""]);
  }
}

/** Every page of an export, each a text that can be sent. */
async function exported(query: string, format: Format): Promise<string[]> {
  const texts: string[] = [];
  for (let path: string | undefined = `/api/v1/observations?${query}`; path !== undefined; ) {
    const key = source.keys.feeds[FEED] ?? "";
    const page: Answer = await from.get(path, { key, headers: { Accept: FORMATS[format] } });
    expect(page.status).toBe(200);
    texts.push(page.text);
    path = /<([^>]+)>; rel="next"/.exec(page.headers.get("link") ?? "")?.[1];
  }
  return texts;
}

const NOT_OF_THE_CELL =
  /^(value|status|missing|error|revision|recordedAt|commitSeq|submission|coverage|flags|note|retract|window|baseYear|ACTION|OBS_.*|COMMENT_OBS|BASE_YEAR|DATA_WINDOW|BCS_.*)$/;

/** A history in pieces that name no cell twice, cut between lines and otherwise as it came. */
function piecesOf(text: string): string[] {
  const lines = text.split(/(?<=\n)/);
  const [header, ...records] = [...readCsv(text, ",")];
  const own = (header?.cells ?? []).flatMap((name, at) => (NOT_OF_THE_CELL.test(name) ? [] : [at]));
  const starts: number[] = [];
  let cells = new Set<string>();
  for (const record of records) {
    const cell = own.map((at) => record.cells[at]).join("\u0000");
    if (starts.length === 0 || cells.has(cell)) {
      starts.push(record.line - 1);
      cells = new Set();
    }
    cells.add(cell);
  }
  return starts.map((start, at) => (lines[0] ?? "") + lines.slice(start, starts[at + 1]).join(""));
}

async function sendTo(format: Format, text: string): Promise<void> {
  const target = targets.get(format);
  if (target === undefined) throw new Error("no target");
  const query = `?feed=${FEED}`;
  const key = target.keys.feeds[FEED] ?? "";
  const answer = await apiClient(target).submit(text, { key, query, headers: { "Content-Type": FORMATS[format] } });
  expect([answer.status, answer.status === 201 ? "" : answer.text.slice(0, 600)]).toEqual([201, ""]);
}

interface Told extends ApiObservation {
  note: string | null;
  window: object | null;
  baseYear: number | null;
}

/** What a system answers, without what is its own: moments, commits, receipts. */
async function told(client: ApiClient, query: string, key?: string) {
  const found: object[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const more: string = cursor === "" ? "" : `&cursor=${cursor}`;
    const page = await client.get<{ observations: Told[]; next: string | null }>(
      `/api/v1/observations?${query}&limit=10000${more}`,
      key === undefined ? {} : { key },
    );
    for (const { indicator, area, period, breakdown, scenario, origin, ...rest } of page.json.observations) {
      const { value, valueText, status, missing, error, revision, feed, note, window, baseYear } = rest;
      const content = { value, valueText, status, missing, error, revision, feed, note, window, baseYear };
      found.push({ indicator, area, period, breakdown, scenario, origin, ...content });
    }
    cursor = page.json.next;
  }
  return found;
}

const toldBy = (format: Format, query: string) => {
  const target = targets.get(format);
  if (target === undefined) throw new Error("no target");
  return told(apiClient(target), query);
};
const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).toSorted();

describe.each(NAMES)("an export as %s, sent to an empty system", (format) => {
  it("gives the identical values of the published series", async () => {
    const query = `${ALL}&to=2025-02`;
    for (const text of await exported(`${query}&limit=300`, format)) await sendTo(format, text);
    const expected = await told(from, query, source.keys.feeds[FEED]);
    expect(expected.length).toBeGreaterThan(360);
    const got = await toldBy(format, query);
    // How often a value was revised is its history, not its state.
    const states = (rows: readonly object[]) => rows.map((row) => ({ ...row, revision: null }));
    expect(states(got)).toEqual(states(expected));
  });

  it("gives what is computed from them, to the last digit", async () => {
    const query = "indicator=trade.balance&indicator=trade.total&origin=computed&to=2025-02";
    const values = (rows: readonly object[]) => rows.map((row) => ({ ...row, revision: null }));
    const expected = values(await told(from, query));
    expect(expected.length).toBeGreaterThan(100);
    expect(values(await toldBy(format, query))).toEqual(expected);
  });

  it("with its history gives every revision: order, notes, retractions, absences, breakdowns", async () => {
    const query = `${ALL}&from=2025-03&includeHistory=true`;
    const texts = await exported(query, format);
    for (const piece of texts.flatMap(piecesOf)) await sendTo(format, piece);
    const expected = await told(from, `indicator=trade.export.value&indicator=trade.import.value&${query}`);
    expect(expected.length).toBe(17);
    const got = await toldBy(format, `indicator=trade.export.value&indicator=trade.import.value&${query}`);
    expect(sorted(got)).toEqual(sorted(expected));
    const state = `${ALL}&from=2025-03&indicator=trade.export.value&indicator=trade.import.value`;
    expect(await toldBy(format, state)).toEqual(await told(from, state));
  });

  it("starts no formula in a spreadsheet, and leaves numbers as they are", async () => {
    const [text = ""] = await exported(`${ALL}&from=2025-03&includeHistory=true`, format);
    const [header, ...records] = [...readCsv(text, ",")];
    const value = header?.cells.indexOf(format === "csv" ? "value" : "OBS_VALUE") ?? -1;
    const texts = records.flatMap(({ cells }) => cells.filter((_cell, at) => at !== value));
    expect(texts.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    // Nor in one that separates at semicolons or tabs, where quotes in mid-cell and lines inside of them hold nothing back.
    expect(text.split(/[;\t\r\n]/).filter((cell) => /^"*[=+\-@]/.test(cell))).toEqual([]);
    expect(texts.filter((cell) => cell.startsWith("'"))).toHaveLength(NOTES.length);
    expect(records.map(({ cells }) => cells[value])).toContain("+5.50");
  });

  it("leaves values that were taken back out of what stands now", async () => {
    const [text = ""] = await exported(`${ALL}&from=2025-04&to=2025-04&indicator=trade.export.value`, format);
    expect(text.trimEnd().split("\r\n")).toHaveLength(1);
  });

  it("refuses what was computed: it is not to pass for reported", async () => {
    const query = "indicator=trade.balance&origin=computed&from=2025-01&to=2025-01";
    const [text = ""] = await exported(query, format);
    const target = targets.get(format);
    const answer = await apiClient(target ?? source).submit(text, {
      key: target?.keys.feeds[FEED] ?? "",
      query: `?feed=${FEED}`,
      headers: { "Content-Type": FORMATS[format] },
    });
    expect([answer.status, answer.json.errors.map(({ code, got, expected }) => [code, got, expected])]).toEqual([
      422,
      [["field-unknown", "computed", "reported"]],
    ]);
  });
});

describe("a history", () => {
  it("is no state of a moment, and goes with no other way of reading", async () => {
    for (const other of ["asOf=5", "frequency=year&indicator=trade.export.value", "includeHistory=maybe"]) {
      const { status, json } = await from.get<{ code: string }>(
        `/api/v1/observations?${other.includes("maybe") ? "" : "includeHistory=true&"}${other}`,
      );
      expect([other, status, json.code]).toEqual([other, 400, "parameter-malformed"]);
    }
  });

  it("comes page by page in the order of commits, each revision once", async () => {
    const query = `${ALL}&from=2025-03&includeHistory=true&indicator=trade.export.value`;
    const seen: ApiObservation[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const more: string = cursor === "" ? "" : `&cursor=${cursor}`;
      const page = await from.get<{ observations: ApiObservation[]; next: string | null }>(
        `/api/v1/observations?${query}&limit=3${more}`,
      );
      seen.push(...page.json.observations);
      cursor = page.json.next;
    }
    const commits = seen.map(({ commitSeq }) => commitSeq);
    expect(commits).toEqual(commits.toSorted((a, b) => a - b));
    const keys = seen.map((it) => [it.period, JSON.stringify(it.breakdown), it.revision].join(" "));
    expect(new Set(keys).size).toBe(seen.length);
  });
});
