import { formatPercent, type StatusShape } from "@bochiso/shared/i18n";
import type { CardModel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { cardWords } from "../words.ts";

/** A bullet bar in percent of its width; null parts are not drawn. */
export interface Bullet {
  actual: number;
  gap: { from: number; width: number } | null;
  due: number | null;
}

export interface PlanView {
  text: string;
  bullet: Bullet;
  gapShape: StatusShape;
}

const DECIMALS = 2;

/**
 * Percent of plan with the level due by now; null without a plan or without a number. The bar reaches to the plan, or
 * further where the value does.
 */
export function planView(card: Pick<CardModel, "plan">, shape: StatusShape, language: Language): PlanView | null {
  const { plan } = card;
  if (plan === null || plan.percent.kind !== "number") return null;
  const t = cardWords[language];
  const percent = plan.percent.value;
  const due = plan.due.kind === "number" ? plan.due.value : null;
  const full = Math.max(100, percent, due ?? 0);
  const share = (value: number) => (Math.max(0, value) / full) * 100;
  const say = (value: number) => formatPercent(value, { lang: language, decimals: DECIMALS });
  return {
    text: due === null ? t.ofPlan(say(percent)) : t.ofPlanDue(say(percent), say(due)),
    bullet: {
      actual: share(percent),
      gap: due !== null && due > percent ? { from: share(percent), width: share(due) - share(percent) } : null,
      due: due === null ? null : share(due),
    },
    gapShape: shape,
  };
}
