import { z } from "zod";
import { scaleDecimal } from "./exact-decimal.ts";
import type { DocumentMapping } from "./mapping.ts";
import type { InterpretedFile, PublishedValue } from "./published-value.ts";

const STEP = /([A-Za-z]\w*)|\[([^\]]+)\]/g;
const Observed = z.object({ observed_at: z.iso.datetime() }).loose();

/** A step by name into an object, by position into a list, or by key into a list of lists that start with their key. */
function enter(node: unknown, step: string): unknown {
  const list = z.array(z.unknown()).safeParse(node);
  if (!list.success) return z.record(z.string(), z.unknown()).parse(node)[step];
  if (/^\d+$/.test(step)) return list.data[Number(step)];
  return list.data.find((item) => Array.isArray(item) && item[0] === step);
}

/** Value at a path of the mapping, such as `overview.totalScore` or `radar[CKMB][1]`. Throws if there is none. */
export function readPath(document: unknown, path: string): unknown {
  const steps = [...path.matchAll(STEP)].map(([, name, bracket]) => name ?? bracket ?? "");
  const found = steps.reduce(enter, document);
  if (found === undefined) throw new Error(`nothing at ${path}`);
  return found;
}

/** Reads the observations of a published JSON document. */
export function interpretDocument(mapping: DocumentMapping, text: string): InterpretedFile {
  const document: unknown = JSON.parse(text);
  const publishedAt = new Date(Observed.parse(document).observed_at).toISOString();
  if (!("const" in mapping.area)) throw new Error(`${mapping.file}: a document describes one area`);
  const area = mapping.area.const;
  const values = mapping.values.map(
    (rule): PublishedValue => ({
      file: mapping.file,
      document: mapping.file,
      credit: mapping.credit,
      publishedAt,
      tablePeriod: mapping.period.const,
      line: null,
      isRevision: false,
      observation: {
        indicator: rule.indicator,
        area,
        period: mapping.period.const,
        value: scaleDecimal(String(z.number().parse(readPath(document, rule.path))), rule.factor, rule.offset),
        status: rule.status,
        scenario: rule.scenario,
      },
    }),
  );
  const omissions = mapping.unused.map((it) => ({
    file: mapping.file,
    column: it.path,
    rows: [],
    cells: 1,
    reason: it.reason,
  }));
  return { values, omissions };
}
