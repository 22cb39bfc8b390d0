import type { FileFinding, FileFindingCode } from "@bochiso/shared/entry";
import { FILE_LIMITS } from "./file-limits.ts";
import type { Phrase } from "./phrases/phrase.ts";
import { TABLE_PHRASES } from "./phrases/table-phrases.ts";
import { TEMPLATE_PHRASES } from "./phrases/template-phrases.ts";
import { VALUE_PHRASES } from "./phrases/value-phrases.ts";

/** What each finding says and advises. */
const PHRASES: Readonly<Record<FileFindingCode, Phrase>> = {
  ...TABLE_PHRASES,
  ...VALUE_PHRASES,
  ...TEMPLATE_PHRASES,
};

const RANK: Readonly<Record<FileFinding["severity"], number>> = { error: 0, warning: 1, info: 2 };
/** What a cell says is quoted up to here. */
const QUOTED = 80;

/** Collects findings: all are counted, the first ones listed, errors first. */
export class Findings {
  readonly #all: FileFinding[] = [];
  #errors = 0;

  add(code: FileFindingCode, place: string | null, got = ""): void {
    const { severity, text, advice } = PHRASES[code];
    if (severity === "error") this.#errors += 1;
    const quoted = got.length > QUOTED ? `${got.slice(0, QUOTED)}…` : got;
    this.#all.push({ severity, code, place, text: text(quoted), advice });
  }

  get errorCount(): number {
    return this.#errors;
  }

  get count(): number {
    return this.#all.length;
  }

  listed(): FileFinding[] {
    return this.#all.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]).slice(0, FILE_LIMITS.findings);
  }
}
