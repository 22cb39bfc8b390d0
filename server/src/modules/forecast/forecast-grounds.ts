import { distanceDisplay, figureText, periodWithin, shownDisplay } from "@bochiso/shared/card";
import { FORECAST_METHODS, type ShownForecast } from "@bochiso/shared/forecast";
import { formatNumber } from "@bochiso/shared/i18n";
import type { ShownForecastModel } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";
import type { ForecastSeries } from "./read-forecast-series.ts";

type Ground = ShownForecastModel["grounds"][number];

/** Căn cứ dự báo, line by line: how it was made, from what, what was left out, and how it did in its test. */
export function forecastGrounds(series: ForecastSeries, found: ShownForecast): Ground[] {
  const { definition, leftOut } = series;
  const { backTest, trainedOn, level } = found;
  const type = definition.periodType;
  const first = periodWithin({ type, ordinal: trainedOn.first });
  const last = periodWithin(series.newest);
  const error = figureText(backTest.meanError, distanceDisplay(shownDisplay(definition)));
  const [own, naive] = [decimals(backTest.mase), decimals(backTest.naiveMase)];
  const wins = Math.round(backTest.wins * backTest.origins);
  const grounds: Ground[] = [
    { name: { vi: "Phương pháp", en: "Method" }, text: FORECAST_METHODS[found.method] },
    {
      name: { vi: "Chuỗi số liệu dùng", en: "Series used" },
      text: {
        vi: `Từ ${first.vi} đến ${last.vi}, ${trainedOn.count} kỳ`,
        en: `From ${first.en} to ${last.en}, ${trainedOn.count} periods`,
      },
    },
  ];
  const since = series.breaks.filter((ordinal) => ordinal <= trainedOn.first).at(-1);
  if (since !== undefined) {
    const from = periodWithin({ type, ordinal: since });
    grounds.push(
      line("Điểm gãy chuỗi", "Break in the series", {
        vi: `Chỉ dùng số liệu từ ${from.vi}, sau điểm gãy`,
        en: `Only figures from ${from.en} on, after the break`,
      }),
    );
  }
  if (trainedOn.bridged > 0) {
    grounds.push(
      line("Kỳ thiếu", "Gaps", {
        vi: `${trainedOn.bridged} kỳ thiếu số liệu được nội suy để ước lượng, không dùng để kiểm định`,
        en: `${trainedOn.bridged} missing periods were bridged for fitting and never scored`,
      }),
    );
  }
  if (leftOut !== null) {
    const period = periodWithin(leftOut);
    grounds.push(
      line("Kỳ chưa đủ", "Incomplete period", {
        vi: `Không dùng ${period.vi}: số liệu nhận khi kỳ chưa kết thúc`,
        en: `${period.en} is left out: it was received before the period ended`,
      }),
    );
  }
  grounds.push(
    line("Kiểm định lùi", "Back-test", {
      vi: `${backTest.origins} lần dự báo lại quá khứ, mỗi lần chỉ dùng số đã biết lúc đó; gần đúng hơn cách lấy số cùng kỳ ở ${wins}/${backTest.origins} lần`,
      en: `${backTest.origins} forecasts of the past from what was known then; nearer than repeating last year at ${wins} of ${backTest.origins}`,
    }),
    line("Sai số bình quân", "Mean error", error),
    line("Sai số chuẩn hóa (MASE)", "Scaled error (MASE)", {
      vi: `${own.vi}; cách lấy số cùng kỳ năm trước: ${naive.vi}`,
      en: `${own.en}; repeating last year: ${naive.en}`,
    }),
    line("Khoảng dự báo", "Interval", {
      vi: `${Math.round(level * 100)}% sai số trong kiểm định nằm trong khoảng này`,
      en: `${Math.round(level * 100)}% of the errors in the back-test lie within it`,
    }),
  );
  return grounds;
}

function line(vi: string, en: string, text: Text): Ground {
  return { name: { vi, en }, text };
}

function decimals(value: number): Text {
  return { vi: formatNumber(value, { lang: "vi", decimals: 2 }), en: formatNumber(value, { lang: "en", decimals: 2 }) };
}
