import type { Language } from "@bochiso/shared/text";

const PLACE = /^(?:Điểm (\S+) )?[Kk]hoản (\d+) Điều (\d+) Nghị định (\S+)$/u;
const REVIEW = "Nhập khởi tạo, chưa rà soát";

/** A place in the decree as the language cites it; a citation of another form stands as it is written. */
export function clauseText(clause: string, language: Language): string {
  if (language === "vi") return clause;
  if (clause === REVIEW) return "Initial import, not reviewed yet";
  const [, point, paragraph, article, decree] = PLACE.exec(clause) ?? [];
  return decree === undefined
    ? clause
    : `Article ${article}(${paragraph})${point === undefined ? "" : `(${point})`}, Decree ${decree}`;
}
