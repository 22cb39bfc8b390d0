import { formatExportNumber, OBSERVATION_STATUS_WORDS, SIMULATED_WORD } from "@bochiso/shared/i18n";
import type { CardModel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { type CsvCell, csvText, exportValue } from "../../../lib/csv/index.ts";
import { shownStatus, statusView } from "../../card/index.ts";
import { groupWords } from "../words.ts";

function changeCell(card: CardModel, kind: CardModel["changes"][number]["kind"], lang: Language): CsvCell {
  const change = card.changes.find((each) => each.kind === kind);
  if (change === undefined || change.value.kind !== "number") return null;
  const factor = change.measure === "absolute" ? card.display.factor : 1;
  const unit =
    change.measure === "percent"
      ? "%"
      : change.measure === "points"
        ? lang === "vi"
          ? " điểm %"
          : " pp"
        : ` ${card.display.unit[lang]}`;
  return (
    formatExportNumber(change.value.value * factor, {
      lang,
      decimals: change.measure === "percent" ? 2 : card.display.decimals,
    }) + unit
  );
}

/** The cards on screen as a file, in their order; every digit of a value, the words of a simulated one beside it. */
export function groupCsv(cards: readonly CardModel[], lang: Language): string {
  const t = groupWords[lang];
  const head = [
    t.code,
    t.indicator,
    t.breakdown,
    t.area,
    t.periodCode,
    t.period,
    t.value,
    t.unit,
    t.dataStatus,
    t.status,
    t.toYear,
    t.toPrevious,
    t.publisher,
    t.receivedAt,
    t.note,
  ];
  const rows = cards.map((card): CsvCell[] => {
    const value = card.value.kind === "number" ? card.value.value : null;
    return [
      card.ref.indicator,
      card.name[lang],
      card.breakdownLabel?.[lang] ?? null,
      card.areaName[lang],
      card.period?.id ?? null,
      card.period?.label[lang] ?? null,
      exportValue(value, { factor: card.display.factor, offset: card.growthOffset }, lang),
      card.display.unit[lang],
      card.observationStatus === null ? null : OBSERVATION_STATUS_WORDS[card.observationStatus][lang],
      statusView(shownStatus(card), lang).word,
      changeCell(card, "same-period-last-year", lang),
      changeCell(card, "previous-period", lang),
      card.source?.publisher[lang] ?? null,
      card.source?.receivedAt ?? null,
      card.simulated ? SIMULATED_WORD[lang] : (card.stateReason?.[lang] ?? null),
    ];
  });
  return csvText([head, ...rows]);
}
