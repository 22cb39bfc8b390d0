import { z } from "zod";
import { Deadline } from "../feed/contract.ts";
import { Text } from "../text/text.ts";

/** A feed as its own system or a reader sees it. */
export const FeedState = z
  .object({
    feed: z.string(),
    agency: z.string().nullable(),
    name: Text.nullable(),
    active: z.boolean(),
    simulated: z.boolean(),
    gapPolicy: z.enum(["record", "refuse"]),
    requireDigest: z.boolean(),
    requireSignOff: z.boolean(),
    schedule: z.array(Deadline),
    heartbeatMinutes: z.int().nullable(),
    owns: z.object({
      count: z.int().meta({ description: "How many `indicators` there are.", "x-vi": "Số chỉ số trong indicators." }),
      indicators: z.array(z.string()).meta({
        description: "Indicators of which it may send actual values.",
        "x-vi": "Chỉ số mà kênh được gửi số thực hiện.",
      }),
      computed: z.array(z.string()).meta({
        description:
          "Indicators that are its own and computed here from others: actual values of them are `indicator-derived`; plans, targets and forecasts may be sent.",
        "x-vi":
          "Chỉ số thuộc kênh nhưng hệ thống tự tính: không gửi số thực hiện (indicator-derived), chỉ gửi được kế hoạch, mục tiêu, dự báo.",
      }),
      areas: z.array(z.string()).nullable().meta({
        description: "Areas it may send, as they are written in rows; null: every area.",
        "x-vi": "Địa phương được gửi, ghi đúng như trong dòng số liệu; null: mọi địa phương.",
      }),
    }),
    lastSequence: z.int().nullable(),
    gaps: z.array(z.object({ first: z.int(), last: z.int(), foundAt: z.string() })),
    heartbeat: z.object({ at: z.string() }).nullable(),
    pendingApprovals: z.int(),
  })
  .meta({ description: "A feed: contract, last sequence, gaps, heartbeat.", "x-vi": "Tình trạng một kênh." });

/** That a sign of life was noted. */
export const HeartbeatNoted = z
  .object({ feed: z.string(), at: z.string() })
  .meta({ description: "The sign of life was noted.", "x-vi": "Đã ghi nhận kênh hoạt động." });

/** What of a feed's own indicators is due in a period. */
export const ExpectedValues = z
  .object({
    feed: z.string(),
    period: z.string(),
    expected: z.array(
      z.object({
        indicator: z.string(),
        dueAt: z.string().nullable(),
        state: z.enum(["received", "partial", "not-yet-due", "missing", "never-sent"]).meta({
          description:
            "`never-sent`: due, but the feed owns it without areas of its own by name and never sent any, so that none can be called missing.",
          "x-vi":
            "never-sent: đã đến hạn, nhưng kênh chưa từng gửi chỉ số này cho địa phương nào nên không xác định được thiếu địa phương nào.",
        }),
        received: z.array(z.string()),
        missing: z.array(z.string()),
      }),
    ),
  })
  .meta({ description: "What is due, received and missing.", "x-vi": "Số liệu đến hạn, đã nhận, còn thiếu." });
