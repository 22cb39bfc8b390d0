import type { AnswerFormat } from "./accepted-format.ts";
import { observationCsv } from "./observation-csv.ts";
import { observationSdmxCsv } from "./observation-sdmx-csv.ts";
import type { TablePage } from "./table-page.ts";

interface PageWriter {
  readonly contentType: string;
  write(page: TablePage): string;
}

/** How a page is written in the formats that are tables. */
export const PAGE_WRITERS: Readonly<Record<Exclude<AnswerFormat, "application/json">, PageWriter>> = {
  "text/csv": { contentType: "text/csv; charset=utf-8", write: observationCsv },
  "application/vnd.sdmx.data+csv;version=2.0.0": {
    contentType: "application/vnd.sdmx.data+csv;version=2.0.0; charset=utf-8",
    write: observationSdmxCsv,
  },
};
