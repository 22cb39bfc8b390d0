import { defineDictionary } from "@bochiso/shared/i18n";

export const forecastWords = defineDictionary({
  vi: {
    loading: "Đang lập dự báo…",
    failed: "Chưa lập được dự báo.",
    hidden: (reason: string) => `Không có dự báo. ${reason}.`,
    compared: (own: string, naive: string) => `Sai số chuẩn hóa ${own}, lấy số cùng kỳ ${naive}.`,
    titleEnded: (from: string) => `Dự báo từ số liệu đến ${from}`,
    titleYear: (year: number, value: string) => `Dự báo cả năm ${year}: ${value}`,
    titleNext: (period: string, value: string) => `Dự báo ${period}: ${value}`,
    from: (from: string) => `từ số liệu đến ${from}`,
    boundary: (from: string) => `Số liệu đến ${from}`,
    allOver: (first: string, last: string, from: string) =>
      `Số liệu nhận được dừng ở ${from}. Các kỳ dự báo (${first} – ${last}) đều đã qua mà chưa nhận số thực hiện: đây là dự báo, không phải số liệu công bố.`,
    someOver: (count: number, from: string) =>
      `Số liệu nhận được dừng ở ${from}; ${count} kỳ dự báo đã qua mà chưa nhận số thực hiện. Đây là dự báo, không phải số liệu công bố.`,
    keys: {
      actual: "Thực hiện",
      estimate: "Ước tính",
      forecast: "Dự báo",
      interval: (level: string) => `Khoảng dự báo ${level}`,
    },
    year: (year: number) => `Ước cả năm ${year}`,
    yearNote: "Số đã có cộng với dự báo các kỳ còn lại",
    yearOver: (from: string) => `Năm đã qua mà chưa nhận đủ số thực hiện: vẫn là dự báo từ số liệu đến ${from}`,
    range: (low: string, high: string, level: string) => `Trong khoảng ${low} – ${high} (${level})`,
    yearError: (error: string, naive: string) =>
      `Sai số bình quân khi kiểm định lùi: ${error}; lấy số cùng kỳ: ${naive}`,
    noYear: "Không ước cả năm: kiểm định lùi không tốt hơn cách lấy số cùng kỳ, hoặc chỉ số không có số cả năm.",
    next: "Các kỳ tới",
    nextEnded: (from: string) => `Các kỳ sau ${from}`,
    period: "Kỳ",
    forecast: "Dự báo",
    interval: (level: string) => `Khoảng ${level}`,
    value: "Giá trị",
    to: (low: string, high: string) => `${low} – ${high}`,
    testLine: (error: string, own: string, naive: string, origins: number) =>
      `Kiểm định lùi ${origins} lần: sai số bình quân ${error}, sai số chuẩn hóa ${own} (lấy số cùng kỳ ${naive}).`,
    grounds: "Căn cứ dự báo",
    chart: (name: string, from: string, title: string, subtitle: string, last: string) =>
      `Biểu đồ dự báo ${name}, từ số liệu đến ${from}: ${title}. ${subtitle}. ${last}. Bảng số ở bên cạnh.`,
    step: (period: string, value: string, low: string, high: string) => `${period}: ${value}, khoảng ${low} – ${high}`,
  },
  en: {
    loading: "Making the forecast…",
    failed: "The forecast could not be made.",
    hidden: (reason) => `No forecast. ${reason}.`,
    compared: (own, naive) => `Scaled error ${own}, repeating last year ${naive}.`,
    titleEnded: (from) => `Forecast from figures up to ${from}`,
    titleYear: (year, value) => `Forecast for ${year}: ${value}`,
    titleNext: (period, value) => `Forecast for ${period}: ${value}`,
    from: (from) => `from figures up to ${from}`,
    boundary: (from) => `Figures up to ${from}`,
    allOver: (first, last, from) =>
      `The figures received end in ${from}. The periods forecast (${first} – ${last}) are all over without an actual figure: this is a forecast, not a published figure.`,
    someOver: (count, from) =>
      `The figures received end in ${from}; ${count} of the periods forecast are over without an actual figure. This is a forecast, not a published figure.`,
    keys: { actual: "Actual", estimate: "Estimate", forecast: "Forecast", interval: (level) => `${level} interval` },
    year: (year) => `Outlook for ${year}`,
    yearNote: "Figures so far and the forecast of the periods left",
    yearOver: (from) => `The year is over without its actual figures: still a forecast from figures up to ${from}`,
    range: (low, high, level) => `Between ${low} and ${high} (${level})`,
    yearError: (error, naive) => `Mean error in the back-test: ${error}; repeating last year: ${naive}`,
    noYear:
      "No outlook for the year: its back-test does not beat last year's figures, or the indicator has no yearly figure.",
    next: "Next periods",
    nextEnded: (from) => `Periods after ${from}`,
    period: "Period",
    forecast: "Forecast",
    interval: (level) => `${level} interval`,
    value: "Value",
    to: (low, high) => `${low} – ${high}`,
    testLine: (error, own, naive, origins) =>
      `Back-test over ${origins} origins: mean error ${error}, scaled error ${own} (repeating last year ${naive}).`,
    grounds: "How this was forecast",
    chart: (name, from, title, subtitle, last) =>
      `Forecast chart of ${name}, from figures up to ${from}: ${title}. ${subtitle}. ${last}. The table beside it shows the numbers.`,
    step: (period, value, low, high) => `${period}: ${value}, between ${low} and ${high}`,
  },
});
