import {
  describeFormula,
  type FormulaNames,
  type FormulaProblem,
  formulaWork,
  inferFormula,
  parseFormula,
  printFormula,
} from "@bochiso/shared/formula";
import type { FormulaCheckModel } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import type { ScreenDeps } from "../screen/screen-deps.ts";
import type { FormulaCheckInput } from "./formula-input.ts";

/** Readings of one cell that a formula which is only tried may make; the formulas of the catalogue need fewer than 800. */
const MOST_WORK = 5_000;

/** A formula that the checker accepts, with what it found; or its faults. */
export type CheckedText =
  | {
      ok: true;
      ast: Extract<ReturnType<typeof parseFormula>, { ok: true }>["ast"];
      model: FormulaCheckModel & { ok: true };
    }
  | { ok: false; problems: readonly FormulaProblem[] };

/** Parses and checks a text against the catalogue. Reads nothing and stores nothing. */
export function checkText(catalogue: Catalogue, { text, periodType }: FormulaCheckInput): CheckedText {
  const parsed = parseFormula(text);
  if (!parsed.ok) return parsed;
  const { ast } = parsed;
  const { definitions, dimensions } = catalogue;
  const found = inferFormula({ ast, periodType, definitions, dimensions, areas: new Set(catalogue.areas.keys()) });
  if (!found.ok) return found;
  const names = namesOf(catalogue);
  const model = {
    ok: true,
    printed: printFormula(ast),
    words: { vi: describeFormula({ ast, names, lang: "vi" }), en: describeFormula({ ast, names, lang: "en" }) },
    truth: found.truth,
    unit: found.unit,
    conversions: found.conversions.map((each) => ({ start: each.span.start, end: each.span.end, text: each.text })),
    canEvaluate: formulaWork(ast) <= MOST_WORK,
  } as const;
  return { ok: true, ast, model };
}

/** What the checker says of a formula that is being typed. */
export async function checkFormulaText({
  deps,
  input,
}: {
  deps: ScreenDeps;
  input: FormulaCheckInput;
}): Promise<FormulaCheckModel> {
  const catalogue = await deps.store.read((tx) => deps.catalogue.current(tx));
  const found = checkText(catalogue, input);
  return found.ok ? found.model : { ok: false, problems: found.problems };
}

function namesOf({ definitions, areas, dimensions }: Catalogue): FormulaNames {
  const or = (name: Text | undefined, code: string): Text => name ?? { vi: code, en: code };
  return {
    indicator: (code) => or(definitions.get(code)?.name, code),
    area: (code) => or(areas.get(code)?.name, code),
    dimension: (id) => or(dimensions.get(id)?.name, id),
    member: (id, code) => or(dimensions.get(id)?.codes.find((each) => each.code === code)?.name, code),
  };
}
