import { periodLabel } from "@bochiso/shared/card";
import { DomainError } from "@bochiso/shared/errors";
import { periodFromId } from "@bochiso/shared/period";
import type { PeriodLockLine, QualityRuleLine, RulePreviewModel, SignatureKeyLine } from "@bochiso/shared/steward";
import type { ToolSource } from "../lib/source/index.ts";
import { anEffect } from "./entry-fixtures.ts";

const absent = (): Promise<never> =>
  Promise.reject(new DomainError("fixture-absent", {}, { vi: "Chưa có dữ liệu thử", en: "No fixture" }));

export function aLock(patch: Partial<PeriodLockLine> = {}): PeriodLockLine {
  return {
    id: "l1",
    indicator: "trade.export.value",
    indicatorName: { vi: "Kim ngạch xuất khẩu hàng hóa", en: "Merchandise exports" },
    areaName: null,
    period: periodLabel(periodFromId("2025", "year")),
    firstDay: "2025-01-01",
    lastDay: "2025-12-31",
    reason: "Đã báo cáo Chính phủ",
    lockedBy: "Trần Thị Duyệt (Phó cục trưởng)",
    lockedAt: "2026-11-20T03:00:00.000Z",
    lifted: null,
    ...patch,
  };
}

export function aSignatureKey(patch: Partial<SignatureKeyLine> = {}): SignatureKeyLine {
  return {
    keyid: "hq-2026",
    publicKey: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
    required: true,
    createdAt: "2026-11-01T03:00:00.000Z",
    createdBy: "Trần Thị Duyệt (Phó cục trưởng)",
    revokedAt: null,
    ...patch,
  };
}

/** A rule with two bounds, in the unit of its indicator. */
export function aRule(patch: Partial<QualityRuleLine> = {}): QualityRuleLine {
  return {
    rule: {
      code: "macro.iip.range",
      version: 1,
      kind: "range",
      kindName: { vi: "Khoảng hợp lý", en: "Plausible range" },
      name: { vi: "Chỉ số sản xuất công nghiệp: khoảng hợp lý", en: "Industrial production: plausible range" },
    },
    indicator: "macro.iip.index",
    indicatorName: { vi: "Chỉ số sản xuất công nghiệp", en: "Industrial production index" },
    areas: { vi: "Cả nước", en: "Viet Nam" },
    breakdowns: null,
    check: { kind: "range", min: 30, max: 250 },
    display: { unit: { vi: "%", en: "%" }, factor: 1, decimals: 1 },
    text: {
      vi: "Giá trị không thấp hơn 30,0 %, không cao hơn 250,0 %.",
      en: "The value is not below 30.0 % and not above 250.0 %.",
    },
    basis: { vi: "Các biểu 1/2020–2/2025 có từ 40,49 đến 200,47.", en: "The tables hold 40.49 to 200.47." },
    severity: "warning",
    review: "initial-import",
    state: "in-force",
    rechecking: false,
    open: 2,
    ...patch,
  };
}

export function aPreview(patch: Partial<RulePreviewModel> = {}): RulePreviewModel {
  return {
    problems: [],
    text: {
      vi: "Giá trị không thấp hơn 40,0 %, không cao hơn 250,0 %.",
      en: "The value is not below 40.0 % and not above 250.0 %.",
    },
    raised: 0,
    cleared: 0,
    reviewed: 0,
    kept: 2,
    examples: [],
    complete: true,
    ...patch,
  };
}

/** Tools made of fixtures; nothing can be changed unless a test says how. */
export function fixtureTools(patch: Partial<ToolSource> = {}): ToolSource {
  return {
    locks: async () => ({ inForce: [aLock()], lifted: [] }),
    lockPeriod: absent,
    liftLock: absent,
    signatureKeys: async () => [],
    addSignatureKey: absent,
    revokeSignatureKey: absent,
    rules: async () => ({ rules: [aRule()] }),
    previewRule: async () => aPreview(),
    ruleSubject: absent,
    createRule: absent,
    changeRule: absent,
    previewDecision: async () => ({ kind: "effect", at: "2026-11-22T05:00:00.000Z", effect: anEffect(2) }),
    pulls: async () => ({ now: "2026-11-22T05:00:00.000Z", sources: [] }),
    previewPull: absent,
    runPull: absent,
    switchPull: absent,
    ...patch,
  };
}
