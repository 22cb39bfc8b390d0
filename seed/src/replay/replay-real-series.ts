import { localDate } from "@bochiso/shared/period";
import { indexOwners, loadFeeds } from "../catalogue/index.ts";
import { type DataDir, defaultDataDir, readDataText } from "../files/index.ts";
import { interpretDocument } from "./interpret-document.ts";
import { interpretTable } from "./interpret-table.ts";
import { loadMapping } from "./mapping.ts";
import type { PublishedValue, ReplayOmission } from "./published-value.ts";
import { inOrderOfRecording, type ReplayBatch } from "./replay-batch.ts";

/** Where the seed data is, and the moment that stands for "now" where a publication is undated. */
export interface ReplayInput {
  readonly dataDir?: DataDir;
  /** ISO instant of loading: the recorded-at of series without a date of publication (dengue). */
  readonly loadedAt: string;
}

/** Everything the published files yield: batches in order of publication, and what was left out. */
export interface RealSeries {
  readonly batches: readonly ReplayBatch[];
  readonly omissions: readonly ReplayOmission[];
}

/** Publisher (an agency code) per credit line of the mapping. */
const PUBLISHER_OF_CREDIT: Readonly<Record<string, string>> = {
  "Nguồn: Cục Thống kê": "mof.nso",
  "Nguồn: Cổng Dịch vụ công quốc gia": "oog.dvcqg",
  "Clarke et al., Sci Data 2024;11:296; OpenDengue V1.3, doi 10.6084/m9.figshare.24259573 (CC BY 4.0)": "opendengue",
};

function publisherOf(credit: string): string {
  const publisher = PUBLISHER_OF_CREDIT[credit];
  if (publisher === undefined) throw new Error(`no publisher for the credit "${credit}"`);
  return publisher;
}

/** What the document is called on screen. */
function documentName(value: PublishedValue): string {
  const publisher = publisherOf(value.credit);
  if (publisher === "mof.nso") {
    return `Biểu số liệu tháng ${value.tablePeriod.slice(5)}/${value.tablePeriod.slice(0, 4)} (${value.document})`;
  }
  if (publisher === "opendengue") return value.credit;
  const seen =
    value.publishedAt === null
      ? ""
      : `, xem ngày ${localDate(Date.parse(value.publishedAt)).split("-").toReversed().join("/")}`;
  return `Kết quả đánh giá theo Quyết định 766/QĐ-TTg${seen}`;
}

/** Revisions of the month before come before the estimates of the month, table by table. */
function inTableOrder(values: readonly PublishedValue[], fileOrder: readonly string[]): PublishedValue[] {
  return values.toSorted(
    (a, b) => fileOrder.indexOf(a.file) - fileOrder.indexOf(b.file) || Number(b.isRevision) - Number(a.isRevision),
  );
}

/** Reads every published file; one batch per document and owning feed, in order of publication. */
export function readRealSeries({ dataDir = defaultDataDir(), loadedAt }: ReplayInput): RealSeries {
  const ownerOf = indexOwners(loadFeeds(dataDir));
  const { files } = loadMapping(dataDir);
  const interpreted = files.map((mapping) => {
    const text = readDataText(dataDir, `real/${mapping.file}`);
    return mapping.format === "json" ? interpretDocument(mapping, text) : interpretTable(mapping, text);
  });
  const fileOrder = files.map((it) => it.file);
  const groups = new Map<string, { feed: string; values: PublishedValue[] }>();
  for (const value of interpreted.flatMap((it) => it.values)) {
    const { indicator, area } = value.observation;
    const feed = ownerOf(indicator, area);
    if (feed === undefined) throw new Error(`${value.file}: no feed owns ${indicator} in ${area}`);
    const key = `real/${feed}/${value.document}`;
    const group = groups.get(key) ?? { feed, values: [] };
    group.values.push(value);
    groups.set(key, group);
  }
  const batches = [...groups].map(([idempotencyKey, { feed, values }]): ReplayBatch => {
    const ordered = inTableOrder(values, fileOrder);
    const [first] = ordered;
    if (first === undefined) throw new Error(`${idempotencyKey} is empty`);
    const recordedAt = first.publishedAt ?? new Date(loadedAt).toISOString();
    return {
      feed,
      recordedAt,
      idempotencyKey,
      submission: {
        feed,
        sentAt: recordedAt,
        source: { publisher: publisherOf(first.credit), document: documentName(first) },
        observations: ordered.map((it) => it.observation),
      },
    };
  });
  return { batches: inOrderOfRecording(batches), omissions: interpreted.flatMap((it) => it.omissions) };
}

/**
 * The published series as submissions of their owners' feeds, in order of publication, so that revisions become
 * revisions. `onOmission` hears of everything the mapping leaves out before the first batch is handed out.
 */
export async function* replayRealSeries(
  input: ReplayInput & { readonly onOmission?: (omission: ReplayOmission) => void },
): AsyncIterable<ReplayBatch> {
  const { batches, omissions } = readRealSeries(input);
  for (const omission of omissions) input.onOmission?.(omission);
  yield* batches;
}
