import { z } from "zod";
import { parseCidr } from "../feed/cidr.ts";
import { dueAt } from "../period/due-at.ts";
import { periodAt } from "../period/period-at.ts";
import { Text } from "../text/text.ts";
import { PullRow } from "./pull-mapping.ts";
import { PullSchedule } from "./pull-schedule.ts";

/** The code of a source, as it stands in addresses, in the audit (`pull:<code>`) and in idempotency keys. */
export const PullCode = z.string().regex(/^[a-z0-9][a-z0-9.-]{1,79}$/, {
  error: "2–80 of a–z, 0–9, `.`, `-` / 2–80 ký tự a–z, 0–9, `.`, `-`",
});

const CREDENTIALS = /^https?:\/\/[^/?#]*@/i;
const SECRET_NAME = /[?&](?:api[-_]?key|key|(?:access[-_]?)?token|password|passwd|pwd|secret|sig|signature)=/i;

const PullUrl = z
  .url({ protocol: /^https?$/, error: "An http or https address / Địa chỉ http hoặc https" })
  .max(2_000)
  .refine((url) => !CREDENTIALS.test(url) && !SECRET_NAME.test(url), {
    error: "No credentials in the address; use `secret` / Không ghi thông tin truy cập trong địa chỉ; dùng `secret`",
  })
  .refine((url) => !url.includes("#"), { error: "No fragment / Không có phần sau dấu #" });

/** Only variables made for this purpose: a configuration must not be able to send any other to its address. */
const EnvName = z.string().regex(/^BOCHISO_PULL_[A-Z0-9_]{1,80}$/, { error: "BOCHISO_PULL_…" });
const FileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/);
const HeaderName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/)
  .refine(
    (name) => !/^(?:host|content-|transfer-|connection|accept|if-|cookie|user-agent|expect|te$|upgrade)/i.test(name),
    {
      error: "This header is not free to choose / Không được đặt tiêu đề này",
    },
  );

/**
 * How the source knows us. The secret itself is never stored: it stands in an environment variable, or in a file of the
 * folder `pull-secrets` of the data directory. `basic` takes `user:password`.
 */
export const PullSecret = z
  .strictObject({
    kind: z.enum(["bearer", "basic", "header"]),
    /** Of the header, for `header`. */
    name: HeaderName.optional(),
    env: EnvName.optional(),
    file: FileName.optional(),
  })
  .refine(({ env, file }) => (env === undefined) !== (file === undefined), {
    error: "Either `env` or `file` / Chỉ một trong hai: `env` hoặc `file`",
  })
  .refine(({ kind, name }) => (kind === "header") === (name !== undefined), {
    error: "`name` is for the kind `header` / `name` đi với kind `header`",
    path: ["name"],
  });
export type PullSecret = z.infer<typeof PullSecret>;

/** What is read: JSON with the place of the array of records (pointer; empty: the whole), or CSV. Both in UTF-8. */
export const PullFormat = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("json"),
    records: z
      .string()
      .regex(/^(\/.*)?$/)
      .max(400)
      .default(""),
  }),
  z.strictObject({
    kind: z.literal("csv"),
    delimiter: z.enum([",", ";", "\t"]).default(","),
    /** Without a header line columns are named `1`, `2`, …. */
    header: z.boolean().default(true),
  }),
]);
export type PullFormat = z.infer<typeof PullFormat>;

/** Bounds of one run; `bytes` counts what comes out of compression. */
export const PullLimits = z.strictObject({
  timeoutSeconds: z.number().int().min(1).max(600).default(60),
  connectSeconds: z.number().int().min(1).max(60).default(10),
  bytes: z
    .number()
    .int()
    .min(1_024)
    .max(64 * 1024 * 1024)
    .default(16 * 1024 * 1024),
});
export type PullLimits = z.infer<typeof PullLimits>;

/** Nguồn lấy số liệu: an address that is asked on a schedule, and how its answer becomes rows of a feed. */
export const PullConfig = z
  .strictObject({
    code: PullCode,
    feed: z.string().min(1).max(120),
    name: Text,
    url: PullUrl,
    secret: PullSecret.optional(),
    format: PullFormat,
    /** Media types the source uses beside the usual ones of its format. */
    mediaTypes: z
      .array(z.string().regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/))
      .max(5)
      .default([]),
    rows: z.array(PullRow).min(1).max(50),
    /** What stands in receipts as the document; absent: the address without its query. */
    document: z.string().trim().min(1).max(300).optional(),
    schedule: PullSchedule,
    limits: PullLimits.prefault({}),
    /** Addresses inside the network (CIDR) that may be asked: everything else that is not public is refused. */
    privateAddresses: z
      .array(z.string().refine((it) => parseCidr(it) !== null, { error: "10.1.2.3, 10.1.0.0/16" }))
      .max(20)
      .default([]),
    /** All records or none; otherwise faulty ones are left out and told. */
    strict: z.boolean().default(false),
  })
  .superRefine(({ schedule }, { addIssue }) => {
    if (schedule.kind !== "due" || hasDelay(schedule)) return;
    addIssue({
      code: "custom",
      path: ["schedule", "rule"],
      message: "A rule with `lagDays` or `after` / Quy tắc có `lagDays` hoặc `after`",
    });
  });
export type PullConfig = z.infer<typeof PullConfig>;

/** A source as a file describes it. */
export const PullSourceFile = PullConfig.safeExtend({ enabled: z.boolean().default(true) });
export type PullSourceFile = z.infer<typeof PullSourceFile>;

function hasDelay({ periodType, rule }: Extract<PullSchedule, { kind: "due" }>): boolean {
  try {
    return dueAt({ period: periodAt(periodType, 0), rule }) !== null;
  } catch {
    return false;
  }
}
