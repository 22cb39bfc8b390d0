import type { SubmissionWarning } from "@bochiso/shared/wire";
import { KNOWN_PREFERENCES } from "../known-preferences.ts";

/** What was noticed of a submission, without refusing anything of it. */
export interface Noticed {
  /** Rows that replaced values which were received after them. */
  readonly newerReplaced?: readonly number[];
  /** Sequence numbers that were skipped before it. */
  readonly gap?: { readonly first: number; readonly last: number } | null;
  /** What its sender prefers and nobody here understands. */
  readonly unknownPreferences?: readonly string[] | undefined;
}

/** Rows named in a warning. */
const NAMED = 20;

/** The member `warnings` of an answer; none where nothing was noticed. */
export function warningsMember({ newerReplaced = [], gap, unknownPreferences = [] }: Noticed): {
  warnings?: SubmissionWarning[];
} {
  const warnings = [...replacedWarning(newerReplaced), ...gapWarning(gap), ...preferenceWarning(unknownPreferences)];
  return warnings.length > 0 ? { warnings } : {};
}

function replacedWarning(rows: readonly number[]): SubmissionWarning[] {
  if (rows.length === 0) return [];
  return [
    {
      code: "newer-value-replaced",
      count: rows.length,
      rows: rows.slice(0, NAMED),
      detail: `${rows.length} row(s) replaced values that were received after this submission and stored before it. If those are right, send them again.`,
      detailVi: `${rows.length} dòng đã thay số liệu nhận sau lượt này nhưng được lưu trước. Nếu số nhận sau mới đúng, hãy gửi lại số đó.`,
    },
  ];
}

function gapWarning(gap: Noticed["gap"]): SubmissionWarning[] {
  if (gap === undefined || gap === null) return [];
  const { first, last } = gap;
  const numbers = first === last ? `${first}` : `${first}–${last}`;
  return [
    {
      code: "sequence-gap",
      first,
      last,
      detail: `Sequence ${numbers} never arrived. Send what is missing under its own number.`,
      detailVi: `Chưa nhận được lượt số ${numbers}. Hãy gửi phần còn thiếu với đúng số thứ tự của nó.`,
    },
  ];
}

function preferenceWarning(unknown: readonly string[]): SubmissionWarning[] {
  if (unknown.length === 0) return [];
  const written = unknown.map((it) => `"${it}"`).join(", ");
  const expected = Object.keys(KNOWN_PREFERENCES);
  return [
    {
      code: "preference-unknown",
      preferences: [...unknown],
      expected,
      detail: `The header Prefer asks for ${written}, which is not known here and was ignored. Known: ${expected.join(", ")}.`,
      detailVi: `Tiêu đề Prefer ghi ${written}, hệ thống không hiểu nên đã bỏ qua. Được nhận: ${expected.join(", ")}.`,
    },
  ];
}
