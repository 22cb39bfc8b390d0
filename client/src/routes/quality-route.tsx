import { useSearch } from "@tanstack/react-router";
import { QualityPage } from "../features/feeds/quality/index.ts";

/** States of flags by what the address says; without a word what still asks for somebody. */
const STATES = {
  mo: ["open"],
  dung: ["confirmed"],
  sai: ["wrong"],
  het: ["resolved"],
  "tat-ca": undefined,
  auto: ["open", "wrong"],
} as const;
const SUBJECTS = { "so-lieu": "value", "viec-gui": "delivery", auto: undefined } as const;
const LINES = { "quy-tac": "rule", kenh: "feed", auto: "indicator" } as const;

export function QualityRoute() {
  const { xem, tt, kenh, cs, qt, lo, sau, cb, theo, den, thang } = useSearch({ from: "/nguon-du-lieu/chat-luong" });
  return (
    <QualityPage
      part={xem ?? "canh-bao"}
      flags={{
        states: STATES[tt ?? "auto"]?.slice(),
        feed: kenh,
        indicator: cs,
        rule: qt,
        subject: SUBJECTS[lo ?? "auto"],
        month: thang,
        cursor: sau === undefined ? undefined : Number(sau),
      }}
      heat={{ by: LINES[theo ?? "auto"], feed: kenh, to: den }}
      open={cb === undefined ? null : Number(cb)}
    />
  );
}
