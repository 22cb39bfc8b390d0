import type { Text } from "../text/text.ts";

/** The methods of assessment in force, by name and version. The numbers of a method change only with its version. Source: domain.md, Status against target. */
export const STATUS_METHODS = {
  "plan-completion@1": {
    name: { vi: "Mức hoàn thành so với kế hoạch đến nay", en: "Completion of what is due by now" },
    text: {
      vi: "So phần đã đi được với phần phải đi đến nay theo tiến độ được giao; chiều giảm là tốt thì tính ngược lại. Vượt từ 105%, đúng từ 95%, chậm từ 80%, dưới 80% là nguy cơ. Hết kỳ giao: vượt từ 105%, đạt từ 100%.",
      en: "The way covered against the way due by now; flipped where lower is better. Ahead from 105%, on schedule from 95%, behind from 80%, below that at risk. When the period is over: exceeded from 105%, met from 100%.",
    },
  },
  "threshold-bands@1": {
    name: { vi: "So với ngưỡng", en: "Against limits" },
    text: {
      vi: "So giá trị với ngưỡng cảnh báo và ngưỡng giới hạn; giá trị đúng bằng ngưỡng còn thuộc bên trong.",
      en: "The value against a warning limit and a limit; a value on a limit is still inside it.",
    },
  },
  "range@1": {
    name: { vi: "Trong khoảng", en: "Within a range" },
    text: {
      vi: "Giá trị phải nằm trong khoảng; cận ngưỡng khi cách biên dưới một phần mười độ rộng của khoảng.",
      en: "The value must lie in a range; near the limit when closer to a bound than a tenth of its width.",
    },
  },
  "required-growth@1": {
    name: { vi: "Tốc độ thực tế so với tốc độ cần có", en: "Actual against required growth" },
    text: {
      vi: "Tỷ số giữa tốc độ tăng bình quân năm thực tế và tốc độ cần có từ năm gốc đến năm đích: từ 0,95 đúng tiến độ, từ 0,60 trung bình, từ 0 hạn chế, âm là đi ngược. Không có chỉ tiêu thì xét tốc độ bình quân năm với 1,5%; 0,5%; 0%. Nguồn: Cơ quan Thống kê Canada (đo lường tiến độ các mục tiêu phát triển bền vững).",
      en: "Ratio of the actual to the required compound annual growth from base to target year: from 0.95 on track, from 0.60 moderate, from 0 limited, below 0 moving away. Without a target the annual growth against 1.5%, 0.5%, 0%. Source: Statistics Canada's progress measurement for the SDGs.",
    },
  },
  "direction@1": {
    name: { vi: "Diễn biến", en: "Direction of change" },
    text: {
      vi: "Chỉ nói diễn biến tích cực hay kém tích cực so với kỳ so sánh; không đánh giá đạt hay không đạt.",
      en: "Says only whether the change is favourable; it does not judge attainment.",
    },
  },
} as const satisfies Record<string, { readonly name: Text; readonly text: Text }>;

/** `name@version` of a method. */
export type StatusMethodId = keyof typeof STATUS_METHODS;
