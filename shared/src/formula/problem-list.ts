import type { FormulaProblem, FormulaProblemCode } from "./formula-problem.ts";
import { nearestName } from "./nearest-name.ts";
import type { Span } from "./span.ts";

/** Collects problems in the order found. */
export class ProblemList {
  readonly problems: FormulaProblem[] = [];

  add(code: FormulaProblemCode, span: Span, vi: string, en: string): void {
    this.problems.push({ code, span, text: { vi, en }, nearest: null });
  }

  /** A name that is not known, with the nearest that is. */
  addUnknown(
    code: FormulaProblemCode,
    span: Span,
    name: string,
    known: Iterable<string>,
    what: { vi: string; en: string },
  ): void {
    const nearest = nearestName(name, known);
    const hint = nearest === null ? { vi: "", en: "" } : { vi: ` Gần nhất: ${nearest}.`, en: ` Nearest: ${nearest}.` };
    const text = { vi: `Không có ${what.vi} “${name}”.${hint.vi}`, en: `There is no ${what.en} “${name}”.${hint.en}` };
    this.problems.push({ code, span, text, nearest });
  }
}
