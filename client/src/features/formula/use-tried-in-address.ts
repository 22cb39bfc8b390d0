import { PeriodType } from "@bochiso/shared/period";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useSettled } from "../../lib/use-settled.ts";
import type { Tried } from "./try-box.tsx";

const PAUSE_MS = 400;

const or = (text: string): string | undefined => (text === "" ? undefined : text);
const keyOf = ({ text, periodType, area, period }: Tried): string => [periodType, area, period, text].join("\n");

/** What is tried, with its home in the address: the address follows typing a moment later, and typing follows a link at once. */
export function useTriedInAddress(): readonly [Tried, (patch: Partial<Tried>) => void] {
  const { ct, kt, dd, tk } = useSearch({ from: "/cong-thuc" });
  const navigate = useNavigate({ from: "/cong-thuc" });
  const periodType = PeriodType.safeParse(kt).data ?? "month";
  const inAddress: Tried = { text: ct ?? "", periodType, area: dd ?? "VN", period: tk ?? "" };
  const [tried, setTried] = useState(inAddress);
  const settled = useSettled(tried, PAUSE_MS);
  /** What this page last wrote to the address or took from it. */
  const known = useRef(keyOf(inAddress));
  const address = keyOf(inAddress);
  useEffect(() => {
    if (keyOf(settled) === known.current) return;
    known.current = keyOf(settled);
    void navigate({
      search: (before) => ({
        ...before,
        ct: or(settled.text),
        kt: settled.periodType === "month" ? undefined : settled.periodType,
        dd: settled.area === "VN" ? undefined : settled.area,
        tk: or(settled.period),
      }),
      replace: true,
      resetScroll: false,
    });
  }, [settled, navigate]);
  useEffect(() => {
    if (address === known.current) return;
    known.current = address;
    const [type, area = "", period = "", ...text] = address.split("\n");
    setTried({ periodType: PeriodType.parse(type), area, period, text: text.join("\n") });
  }, [address]);
  return [tried, (patch) => setTried((before) => ({ ...before, ...patch }))];
}
