import { gzipSync } from "node:zlib";
import fc from "fast-check";
import type { FaultKeys } from "./fault-world.ts";
import { type BadRow, ROW_FAULTS, type RowFault } from "./row-faults.ts";
import { type Format, pointerOf, type WrittenRequest, written } from "./written-request.ts";

/** A request that may be bad, and what is known of the answer. */
export interface BadRequest extends WrittenRequest {
  readonly name: string;
  /** Null where nothing is known but that it must be no fault of the server. */
  readonly expected: Expected | null;
}

export type Expected =
  | { readonly kind: "row"; readonly code: string; readonly pointer: string }
  | { readonly kind: "request"; readonly status: number; readonly code: string };

const soundRow = (...indicators: readonly string[]): fc.Arbitrary<BadRow> =>
  fc.record({
    indicator: fc.constantFrom(...indicators),
    area: fc.constantFrom("vn63:79", "vn63:75", "vn63:74", "vn63:31"),
    period: fc
      .record({ year: fc.integer({ min: 2015, max: 2023 }), month: fc.integer({ min: 1, max: 12 }) })
      .map(({ year, month }) => `${year}-${String(month).padStart(2, "0")}`),
    value: fc.integer({ min: 1, max: 999_999 }).map((cents) => (cents / 100).toFixed(2)),
    status: fc.constantFrom("E", "P"),
    note: fc.constantFrom("lần đầu", "số sơ bộ", "đính chính"),
  });
const rowsOf = (...indicators: readonly string[]): fc.Arbitrary<BadRow[]> =>
  fc.uniqueArray(soundRow(...indicators), {
    minLength: 1,
    maxLength: 5,
    selector: ({ indicator, area, period }) => `${String(indicator)}|${String(area)}|${String(period)}`,
  });
const soundRows = rowsOf("trade.export.value", "trade.import.value");
/** What is changed without knowing how may turn out sound and be stored: never where the others look. */
const looseRows = rowsOf("prov.border_trade");

/** One known fault in one row of a sound batch. */
const faultyRow: fc.Arbitrary<(keys: FaultKeys) => BadRequest> = fc
  .record({
    rows: soundRows,
    at: fc.nat(4),
    fault: fc.constantFrom(...ROW_FAULTS),
    wanted: fc.constantFrom<Format>("json", "ndjson", "csv", "sdmx"),
  })
  .map(({ rows, at, fault, wanted }) => (keys) => {
    const isText = wanted === "csv" || wanted === "sdmx";
    const format = isText && fault.inCsv !== true ? "json" : wanted;
    const place = at % rows.length;
    const made = withFault(rows, place, fault);
    const pointer = pointerOf(format, made.at, fault.field ?? "");
    return {
      name: fault.code,
      ...written({ feed: fault.base?.feed ?? "mof.customs", rows: made.rows, format }, keys),
      expected: { kind: "row", code: fault.code, pointer },
    };
  });

function withFault(
  rows: readonly BadRow[],
  at: number,
  { base, change }: RowFault,
): { rows: readonly BadRow[]; at: number } {
  // Another feed sends its one row alone: the others are not its own.
  if (base !== undefined) return { rows: [{ ...base.row, ...change }], at: 0 };
  return { rows: rows.map((row, index) => (index === at ? { ...row, ...change } : row)), at };
}

/** A row a second time: said about the later one, without a field. */
const doubledRow: fc.Arbitrary<(keys: FaultKeys) => BadRequest> = soundRows.map((rows) => (keys) => ({
  name: "duplicate-in-batch",
  ...written({ feed: "mof.customs", rows: [...rows, ...rows.slice(0, 1)], format: "json" }, keys),
  expected: { kind: "row", code: "duplicate-in-batch", pointer: `/observations/${rows.length}` },
}));

interface RequestFault {
  readonly name: string;
  readonly status: number;
  readonly code: string;
  /** On a batch in this format, JSON where none is said. */
  readonly format?: Format;
  change(sound: WrittenRequest): Partial<WrittenRequest>;
}

const headers =
  (changed: Readonly<Record<string, string | undefined>>): RequestFault["change"] =>
  (sound) => ({
    headers: Object.fromEntries(
      Object.entries({ ...sound.headers, ...changed }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    ),
  });
const body =
  (change: (text: string) => string | Buffer): RequestFault["change"] =>
  (sound) => ({
    body: Buffer.from(change(sound.body.toString("utf8"))),
  });

/** Faults of a request as a whole, on a sound batch. */
const REQUEST_FAULTS: readonly RequestFault[] = [
  { name: "no key", status: 401, code: "key-invalid", change: headers({ authorization: undefined }) },
  {
    name: "no idempotency key",
    status: 400,
    code: "idempotency-key-missing",
    change: headers({ "idempotency-key": undefined }),
  },
  {
    name: "a long idempotency key",
    status: 400,
    code: "idempotency-key-missing",
    change: headers({ "idempotency-key": "k".repeat(256) }),
  },
  { name: "another type", status: 415, code: "media-type-unknown", change: headers({ "content-type": "text/html" }) },
  {
    name: "another charset",
    status: 415,
    code: "media-type-unknown",
    change: headers({ "content-type": "application/json; charset=utf-16" }),
  },
  { name: "another coding", status: 415, code: "media-type-unknown", change: headers({ "content-encoding": "br" }) },
  { name: "no gzip", status: 400, code: "body-malformed", change: headers({ "content-encoding": "gzip" }) },
  {
    name: "a wrong digest",
    status: 400,
    code: "digest-mismatch",
    change: headers({ "content-digest": "sha-256=:AAAA:" }),
  },
  { name: "no digest", status: 400, code: "digest-mismatch", change: headers({ "content-digest": "sha-256" }) },
  {
    name: "an unknown parameter",
    status: 400,
    code: "parameter-unknown",
    change: ({ path }) => ({ path: `${path}?dryrun=true` }),
  },
  {
    name: "half a choice",
    status: 400,
    code: "parameter-malformed",
    change: ({ path }) => ({ path: `${path}?dryRun=1` }),
  },
  { name: "half a body", status: 400, code: "body-malformed", change: body((text) => text.slice(0, -3)) },
  {
    name: "no UTF-8",
    status: 400,
    code: "body-malformed",
    change: body((text) =>
      Buffer.concat([Buffer.from(text.slice(0, 9)), Buffer.from([0xff]), Buffer.from(text.slice(9))]),
    ),
  },
  {
    name: "a name twice",
    status: 400,
    code: "body-malformed",
    change: body((text) => text.replace('"feed"', '"feed":"x","feed"')),
  },
  { name: "an empty body", status: 400, code: "body-malformed", change: body(() => "") },
  {
    name: "no rows",
    status: 400,
    code: "body-malformed",
    change: body(() => '{"feed":"mof.customs","observations":[]}'),
  },
  {
    name: "nine levels",
    status: 413,
    code: "too-large",
    change: body((text) => text.replace("{", `{"source":${"[".repeat(9)}${"]".repeat(9)},`)),
  },
  {
    name: "a long text",
    status: 413,
    code: "too-large",
    change: body((text) => text.replace("{", `{"sentAt":"${"x".repeat(5000)}",`)),
  },
  {
    name: "another feed",
    status: 403,
    code: "feed-not-allowed",
    change: body((text) => text.replace("mof.customs", "prov.01")),
  },
  sdmxFault("another structure", (text) => text.replace("(1.0)", "(2.0)")),
  sdmxFault("another kind of structure", (text) => text.replace("\ndataflow,", "\ndataflows,")),
  sdmxFault("no structure", (text) => text.replace("STRUCTURE,", "STRUKTUR,")),
  sdmxFault("no areas", (text) => text.replace("REF_AREA", "AREA")),
  sdmxFault("a column twice", (text) => text.replace("OBS_STATUS", "OBS_VALUE")),
  sdmxFault("a cell too many", (text) => text.replace(/\n$/, ",\n")),
  sdmxFault("an open quote", (text) => text.replace("\ndataflow", '\n"dataflow')),
];

function sdmxFault(name: string, change: (text: string) => string): RequestFault {
  return { name: `SDMX-CSV: ${name}`, format: "sdmx", status: 400, code: "body-malformed", change: body(change) };
}

const faultyRequest: fc.Arbitrary<(keys: FaultKeys) => BadRequest> = fc
  .record({ rows: soundRows, fault: fc.constantFrom(...REQUEST_FAULTS) })
  .map(({ rows, fault }) => (keys) => {
    const { status, code, name, format = "json" } = fault;
    const sound = written({ feed: "mof.customs", rows, format }, keys);
    return { name, ...sound, ...fault.change(sound), expected: { kind: "request", status, code } };
  });

/** Actions of SDMX-CSV that cannot be done, in one row of a sound batch. */
const SDMX_FAULTS: readonly Pick<RowFault, "code" | "field" | "change">[] = [
  { code: "field-unknown", field: "ACTION", change: { ACTION: "X" } },
  { code: "field-unknown", field: "ACTION", change: { ACTION: "i" } },
  { code: "field-missing", field: "period", change: { ACTION: "D", period: "" } },
  { code: "field-missing", field: "OWNERSHIP", change: { ACTION: "D", OWNERSHIP: "" } },
  { code: "field-unknown", field: "status", change: { ACTION: "D", value: "" } },
  { code: "nothing-to-retract", field: "retract", change: { ACTION: "D", period: "2010-01", BCS_REASON: "gửi nhầm" } },
  { code: "value-missing", field: "value", change: { ACTION: "R", value: "" } },
  { code: "value-missing", field: "value", change: { ACTION: "R", value: "NaN" } },
];
const faultyAction: fc.Arbitrary<(keys: FaultKeys) => BadRequest> = fc
  .record({ rows: soundRows, at: fc.nat(4), fault: fc.constantFrom(...SDMX_FAULTS) })
  .map(({ rows, at, fault: { code, field, change } }) => (keys) => {
    const made = withFault(rows, at % rows.length, { code, field, change });
    return {
      name: `ACTION ${String(change["ACTION"])}`,
      ...written({ feed: "mof.customs", rows: made.rows, format: "sdmx" }, keys),
      expected: { kind: "row", code, pointer: pointerOf("sdmx", made.at, field ?? "") },
    };
  });

/** A field of a sound row with any JSON in it, or a field of any name. */
const anyField: fc.Arbitrary<(keys: FaultKeys) => BadRequest> = fc
  .record({
    rows: looseRows,
    field: fc.oneof(
      fc.constantFrom(
        "indicator",
        "area",
        "period",
        "value",
        "status",
        "scenario",
        "breakdown",
        "note",
        "retract",
        "window",
        "baseYear",
      ),
      fc.string({ maxLength: 12 }),
    ),
    any: fc.jsonValue({ maxDepth: 3 }),
    format: fc.constantFrom<Format>("json", "ndjson"),
  })
  .map(({ rows, field, any, format }) => (keys) => ({
    name: "any field",
    ...written(
      { feed: "mof.customs", rows: rows.map((row, at) => (at === 0 ? { ...row, [field]: any } : row)), format },
      keys,
    ),
    expected: null,
  }));

/** Sound bytes of which some are changed, taken out, put in or doubled; perhaps packed after or before that. */
const anyBytes: fc.Arbitrary<(keys: FaultKeys) => BadRequest> = fc
  .record({
    rows: looseRows,
    format: fc.constantFrom<Format>("json", "ndjson", "csv", "sdmx"),
    cuts: fc.array(fc.record({ at: fc.nat(2_000), take: fc.nat(6), put: fc.uint8Array({ maxLength: 5 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    pack: fc.constantFrom("no", "no", "before", "after"),
    lenient: fc.boolean(),
  })
  .map(({ rows, format, cuts, pack, lenient }) => (keys) => {
    const sound = written({ feed: "mof.customs", rows, format }, keys);
    const packed = pack === "before" ? gzipSync(sound.body) : sound.body;
    const changed = cuts.reduce((bytes, { at, take, put }) => {
      const place = at % (bytes.length + 1);
      return Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + take)]);
    }, packed);
    const coding = pack === "no" ? {} : { "content-encoding": "gzip" };
    const preference = lenient ? { prefer: "handling=lenient" } : {};
    const asSent = pack === "after" ? gzipSync(changed) : changed;
    return {
      name: "any bytes",
      path: sound.path,
      headers: { ...sound.headers, ...coding, ...preference },
      body: asSent,
      expected: null,
    };
  });

/** Any text where a header or the query carries something. */
const anyHeader: fc.Arbitrary<(keys: FaultKeys) => BadRequest> = fc
  .record({
    rows: looseRows,
    header: fc.constantFrom(
      "content-type",
      "content-encoding",
      "content-digest",
      "prefer",
      "authorization",
      "idempotency-key",
      "accept",
    ),
    text: fc.string({ unit: "grapheme-ascii", maxLength: 40 }),
    query: fc.option(fc.webQueryParameters(), { nil: null }),
  })
  .map(({ rows, header, text, query }) => (keys) => {
    const sound = written({ feed: "mof.customs", rows, format: "json" }, keys);
    const path = query === null ? sound.path : `${sound.path}?${query}`;
    return {
      name: "any header",
      path,
      headers: { ...sound.headers, [header]: text.trim() },
      body: sound.body,
      expected: null,
    };
  });

/** Bad requests of every kind; each is written for the keys of a world when it is sent. */
export const badRequest: fc.Arbitrary<(keys: FaultKeys) => BadRequest> = fc.oneof(
  { weight: 8, arbitrary: faultyRow },
  { weight: 1, arbitrary: doubledRow },
  { weight: 1, arbitrary: faultyAction },
  { weight: 3, arbitrary: faultyRequest },
  { weight: 3, arbitrary: anyField },
  { weight: 5, arbitrary: anyBytes },
  { weight: 2, arbitrary: anyHeader },
);
