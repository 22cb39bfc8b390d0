import { Scenario } from "@bochiso/shared/observation";
import { AREA_BASES } from "../../rest/observations/area-basis.ts";
import { FREQUENCIES } from "../../rest/observations/frequency.ts";
import { OBSERVATION_COLUMNS } from "../../rest/observations/observation-csv.ts";
import { DEFAULT_LIMIT, MAX_LIMIT, ORIGIN_CHOICES } from "../../rest/observations/observation-query.ts";
import { named, type Operation, type Parameter } from "../operation.ts";

const INDICATOR: Parameter = {
  name: "indicator",
  in: "query",
  text: { en: "Code of an indicator; an unknown one is refused with the nearest.", vi: "Mã chỉ số." },
  schema: { type: "string" },
  example: "trade.export.value",
};
const AREA: Parameter = {
  name: "area",
  in: "query",
  text: { en: "Code of an area.", vi: "Mã địa phương." },
  schema: { type: "string" },
  example: "VN",
};
const SHARED: readonly Parameter[] = [
  {
    name: "breakdown",
    in: "query",
    spreads: true,
    text: {
      en: "Written as `breakdown.<dimension>=<code>`, such as `breakdown.ownership=FDI`; left out means totals, `*` every code, `breakdown.*=*` every breakdown there is (lists only). In lists a dimension or code that the indicators asked for do not have is refused (400), with the nearest.",
      vi: "Viết breakdown.<phân tổ>=<mã>; bỏ trống là tổng, * là mọi mã, breakdown.*=* là mọi phân tổ (chỉ khi lấy danh sách). Khi lấy danh sách, phân tổ hoặc mã không có của chỉ số bị từ chối (400).",
    },
    schema: {
      type: "object",
      propertyNames: { pattern: "^breakdown\\." },
      additionalProperties: { type: "string" },
    },
    example: { "breakdown.ownership": "FDI" },
  },
  {
    name: "scenario",
    in: "query",
    text: { en: "Kind of figure.", vi: "Kịch bản." },
    schema: { type: "string", enum: Scenario.options, default: "actual" },
  },
  {
    name: "origin",
    in: "query",
    text: {
      en: "`default`: the reported value where there is one, else the computed one; with `sinceSeq` and `includeHistory` both.",
      vi: "default: số báo cáo nếu có, không thì số tính; với sinceSeq và includeHistory là cả hai.",
    },
    schema: { type: "string", enum: ORIGIN_CHOICES, default: "default" },
  },
  {
    name: "areaBasis",
    in: "query",
    text: {
      en: "Which units answer: present provinces, former ones, all, or all without what was recast.",
      vi: "Đơn vị hiện nay, trước sáp nhập, tất cả, hoặc đúng như đã báo cáo.",
    },
    schema: { type: "string", enum: AREA_BASES, default: "all" },
  },
  {
    name: "frequency",
    in: "query",
    text: {
      en: "Aggregated over time to this type of period, by each indicator's own rule; needs `indicator`.",
      vi: "Gộp theo kỳ dài hơn bằng quy tắc của từng chỉ số.",
    },
    schema: { type: "string", enum: FREQUENCIES },
  },
  {
    name: "asOf",
    in: "query",
    text: {
      en: "As it stood at an instant (ISO 8601) or after a commit (`commitSeq`).",
      vi: "Như tại một thời điểm hoặc sau một commitSeq.",
    },
    schema: { type: "string" },
    example: "2025-03-01T00:00:00+07:00",
  },
];

const LIST_ONLY: readonly Parameter[] = [
  {
    name: "from",
    in: "query",
    text: { en: "First period, of any type.", vi: "Từ kỳ." },
    schema: { type: "string" },
    example: "2024",
  },
  {
    name: "to",
    in: "query",
    text: { en: "Last period, of any type.", vi: "Đến kỳ." },
    schema: { type: "string" },
    example: "2025-03",
  },
  {
    name: "sinceSeq",
    in: "query",
    text: {
      en: "A change feed: every revision of later commits, in the order of commits, each exactly once. Go on with `next` until it is null, then with the greatest `commitSeq` read. Beyond the newest commit it is refused (400), which names that: the system was replaced or restored, read again from 0.",
      vi: "Luồng thay đổi: mọi lần sửa sau commit này, đúng thứ tự, mỗi lần một lần duy nhất. Lớn hơn commit mới nhất thì bị từ chối (400).",
    },
    schema: { type: "integer", minimum: 0 },
    example: 0,
  },
  {
    name: "includeHistory",
    in: "query",
    text: {
      en: "`true`: every revision ever recorded, in the order of commits, retractions included (SDMX REST).",
      vi: "true: mọi lần sửa đã ghi, theo thứ tự ghi, gồm cả lần rút.",
    },
    schema: { type: "string", enum: ["true", "false"], default: "false" },
  },
  {
    name: "limit",
    in: "query",
    text: {
      en: `Cells a page: ${DEFAULT_LIMIT} where left out, ${MAX_LIMIT} at most.`,
      vi: `Số ô mỗi trang: bỏ trống là ${DEFAULT_LIMIT}, nhiều nhất ${MAX_LIMIT}.`,
    },
    schema: { type: "integer", minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
  },
  {
    name: "cursor",
    in: "query",
    text: { en: "`next` of the page before.", vi: "Con trỏ của trang trước." },
    schema: { type: "string" },
  },
];

const list: Operation = {
  id: "listObservations",
  method: "get",
  path: "/api/v1/observations",
  tag: "observations",
  summary: { en: "Read values", vi: "Đọc số liệu" },
  description:
    "Sorted by indicator, area, breakdown, period; with `sinceSeq` or `includeHistory` in the order of commits. A feed's key reads the feed's own cells, a reader's key everything published.\n\n`text/csv` and `application/vnd.sdmx.data+csv;version=2.0.0` can be sent to `POST /api/v1/submissions` as they are; ask with `origin=reported`. Withdrawn values stand in them only with `sinceSeq` and `includeHistory`, as retractions. A revision history has several rows of one cell: send them in the order they come, and begin a new submission where a cell comes again. Texts that a spreadsheet would take for a formula begin with `'`, which is taken off again on reading.",
  key: "any",
  parameters: [
    { ...INDICATOR, repeats: true },
    { ...AREA, repeats: true },
    ...LIST_ONLY.slice(0, 2),
    ...SHARED,
    ...LIST_ONLY.slice(2),
  ],
  answers: {
    "200": {
      text: { en: "A page of values.", vi: "Một trang số liệu." },
      headers: { Link: { text: { en: "CSV: the next page (RFC 8288).", vi: "CSV: trang sau." } } },
      content: {
        "application/json": { schema: named("ObservationPage") },
        "text/csv": {
          schema: { type: "string", description: "RFC 4180, UTF-8 without BOM, values as exact texts." },
          columns: OBSERVATION_COLUMNS,
        },
        "application/vnd.sdmx.data+csv;version=2.0.0": {
          schema: {
            type: "string",
            description:
              "SDMX-CSV 2.0 of `BCS:OBSERVATIONS(1.0)`; ACTION I, with history R and D. `BCS_ORIGIN` and `BCS_REVISION` are columns beside the structure.",
          },
        },
      },
    },
  },
  problems: ["not-acceptable", "time-aggregation-refused"],
};

const explain: Operation = {
  id: "explainObservation",
  method: "get",
  path: "/api/v1/observations/explain",
  tag: "observations",
  summary: { en: "Explain a value", vi: "Giải thích một số liệu" },
  description:
    "Formula and operands of computed cells, down to the observations they stand on; the tree can be replayed.",
  key: "any",
  parameters: [
    { ...INDICATOR, required: true },
    { ...AREA, required: true },
    {
      name: "period",
      in: "query",
      required: true,
      text: { en: "A period of the indicator.", vi: "Kỳ dữ liệu." },
      schema: { type: "string" },
      example: "2025-03",
    },
    ...SHARED,
    {
      name: "parts",
      in: "query",
      text: {
        en: "`foremost`: the tree with the foremost parts; `all`: every part of the cell and nothing below.",
        vi: "foremost: cây với các phần chính; all: mọi phần của ô.",
      },
      schema: { type: "string", enum: ["foremost", "all"], default: "foremost" },
    },
  ],
  answers: {
    "200": {
      text: { en: "The explanation.", vi: "Cây giải thích." },
      content: { "application/json": { schema: named("Explanation") } },
    },
  },
  problems: ["not-found", "time-aggregation-refused"],
};

/** Reading values. */
export const OBSERVATION_OPERATIONS: readonly Operation[] = [list, explain];
