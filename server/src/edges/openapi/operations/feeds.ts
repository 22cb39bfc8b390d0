import { named, type Operation, type Parameter } from "../operation.ts";

const FEED: Parameter = {
  name: "feed",
  in: "path",
  required: true,
  text: { en: "Code of the feed.", vi: "Mã kênh." },
  schema: { type: "string" },
  example: "mof.customs",
};

/** What a source system asks about itself. */
export const FEED_OPERATIONS: readonly Operation[] = [
  {
    id: "getFeed",
    method: "get",
    path: "/api/v1/feeds/{feed}",
    tag: "feeds",
    summary: { en: "State of a feed", vi: "Tình trạng kênh" },
    description:
      "Its contract, last sequence, gaps and last sign of life. A feed's key sees its own feed, a reader's key all.",
    key: "any",
    parameters: [FEED],
    answers: {
      "200": {
        text: { en: "The feed.", vi: "Kênh." },
        content: { "application/json": { schema: named("FeedState") } },
      },
    },
    problems: ["feed-not-allowed"],
  },
  {
    id: "postHeartbeat",
    method: "post",
    path: "/api/v1/feeds/{feed}/heartbeat",
    tag: "feeds",
    summary: { en: "Give a sign of life", vi: "Báo kênh đang hoạt động" },
    description: "Says that the source system runs though it has nothing to send. Takes no body.",
    key: "feed",
    parameters: [FEED],
    answers: {
      "200": {
        text: { en: "Noted.", vi: "Đã ghi nhận." },
        content: { "application/json": { schema: named("HeartbeatNoted") } },
      },
    },
    problems: ["feed-not-allowed", "busy", "storage-failed", "storage-low", "rate-limited"],
  },
  {
    id: "getExpected",
    method: "get",
    path: "/api/v1/feeds/{feed}/expected",
    tag: "feeds",
    summary: { en: "What is due", vi: "Số liệu đến hạn" },
    description:
      "Of the feed's own indicators of that type of period: what is due when, what came, what is missing. Deadlines in working days leave out weekends and public holidays (of a year whose official notices are not known yet only those of fixed date); Saturdays worked in exchange count.",
    key: "any",
    parameters: [
      FEED,
      {
        name: "period",
        in: "query",
        required: true,
        text: { en: "The period.", vi: "Kỳ dữ liệu." },
        schema: { type: "string" },
        example: "2025-03",
      },
    ],
    answers: {
      "200": {
        text: { en: "What is due, received and missing.", vi: "Đến hạn, đã nhận, còn thiếu." },
        content: { "application/json": { schema: named("ExpectedValues") } },
      },
    },
    problems: ["feed-not-allowed"],
  },
];
