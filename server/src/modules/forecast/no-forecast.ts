import type { HiddenForecastModel } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";

/** Reasons that lie in the series on the page rather than in its back-test. `until`: the newest period, inside a sentence. */
const WORDS = {
  "no-figure": () => ({
    vi: "Chưa có số liệu của kỳ đã kết thúc để dự báo",
    en: "There are no figures of whole periods to forecast from",
  }),
  "earlier-period": (until: Text) => ({
    vi: `Đang xem kỳ trước; dự báo chỉ lập từ kỳ mới nhất (${until.vi})`,
    en: `An earlier period is on screen; forecasts start from the newest one (${until.en})`,
  }),
  "ended-long-ago": (until: Text) => ({
    vi: `Số liệu dừng ở ${until.vi}, quá xa hiện tại để dự báo`,
    en: `The figures end in ${until.en}, too long ago to forecast from`,
  }),
  "no-interval": () => ({
    vi: "Chưa đủ kết quả kiểm định để lập khoảng dự báo",
    en: "Too few back-test results for an interval",
  }),
} as const satisfies Record<string, (until: Text) => Text>;

/** Why nothing is forecast though there is no fault in the series. */
export type NoForecastCode = keyof typeof WORDS;

/** A forecast that is not shown for a reason of the page. */
export function noForecast(
  subject: HiddenForecastModel["subject"],
  code: NoForecastCode,
  until: Text = { vi: "", en: "" },
): HiddenForecastModel {
  return { shown: false, subject, code, reason: WORDS[code](until), backTest: null };
}
