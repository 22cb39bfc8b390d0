import type { MarkQuestion } from "@bochiso/shared/entry";
import { parseNumberInput } from "@bochiso/shared/i18n";

/** Collects numbers such as `1.234` that nothing in their column decides: what they mean is asked once. */
export class OpenMarks {
  #count = 0;
  #first: MarkQuestion | null = null;

  note(text: string): void {
    this.#count += 1;
    const parsed = parseNumberInput(text);
    const [whole, decimal] = parsed.ok ? [] : (parsed.readings ?? []);
    if (this.#first !== null || whole === undefined || decimal === undefined) return;
    this.#first = { mark: text.includes(",") ? "," : ".", example: text, whole, decimal, count: 0 };
  }

  get question(): MarkQuestion | null {
    return this.#first === null ? null : { ...this.#first, count: this.#count };
  }
}
