import { Agency } from "@bochiso/shared/agency";
import { Area } from "@bochiso/shared/area";
import { Dimension } from "@bochiso/shared/breakdown";
import { IndicatorDefinition } from "@bochiso/shared/indicator";
import { Receipt, RowError, RowErrorCode } from "@bochiso/shared/submission";
import { Text } from "@bochiso/shared/text";
import * as wire from "@bochiso/shared/wire";
import { z } from "zod";
import { LIMITS } from "../../ingestion/limits.ts";
import type { JsonSchema } from "./operation.ts";

/** Every schema with a name of its own in the document. */
const NAMED = {
  Submission: wire.submissionBody(LIMITS.observations),
  SubmissionEnvelope: wire.SubmissionEnvelope,
  SubmittedRow: wire.SubmittedRow,
  ReportedRow: wire.ReportedRow,
  RetractionRow: wire.RetractionRow,
  AcceptedSubmission: wire.AcceptedSubmission,
  SubmissionWarning: wire.SubmissionWarning,
  CheckedSubmission: wire.CheckedSubmission,
  StoredSubmission: wire.StoredSubmission,
  Receipt,
  RowError,
  RowErrorCode,
  Problem: wire.Problem,
  RowsRefusedProblem: wire.RowsRefusedProblem,
  ObservationPage: wire.ObservationPage,
  Observation: wire.WireObservation,
  Explanation: wire.Explanation,
  ExplanationNode: wire.ExplanationNode,
  ExplanationPart: wire.ExplanationPart,
  FeedState: wire.FeedState,
  HeartbeatNoted: wire.HeartbeatNoted,
  ExpectedValues: wire.ExpectedValues,
  IndicatorList: wire.IndicatorList,
  IndicatorDefinition,
  CodelistList: wire.CodelistList,
  Codelist: Dimension,
  AreaList: wire.AreaList,
  Area,
  AgencyList: wire.AgencyList,
  Agency,
  SetList: wire.SetList,
  IndicatorSet: wire.IndicatorSet,
  ServiceIndex: wire.ServiceIndex,
  Limits: wire.PublishedLimits,
  ReceiptKeys: wire.ReceiptKeys,
  Alive: wire.Alive,
  Ready: wire.Ready,
  NotReady: wire.NotReady,
  Text,
} as const satisfies Record<string, z.ZodType>;

/** The name of a schema of the document. */
export type SchemaName = keyof typeof NAMED;

/** Told here and not in the schemas, which the browser loads, too. */
const DESCRIBED: ReadonlyMap<object, JsonSchema> = new Map([
  [
    IndicatorDefinition.shape.acceptsReported,
    {
      description:
        "Of a computed indicator (`formula`): whether reported actual values are taken beside the computed ones. An indicator without a formula always takes reports.",
      "x-vi":
        "Với chỉ số có công thức: có nhận số báo cáo bên cạnh số tính hay không. Chỉ số không có công thức luôn nhận.",
    },
  ],
]);

/** The schemas of the wire contract as JSON Schema 2020-12, by name. */
export function componentSchemas(): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    target: "draft-2020-12",
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ zodSchema, jsonSchema }) => {
      // Answers may gain members within v1: only what is sent is closed.
      const { def } = zodSchema._zod;
      if (def.type === "object" && def.catchall === undefined) delete jsonSchema.additionalProperties;
      Object.assign(jsonSchema, DESCRIBED.get(zodSchema));
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  // The document says of all of them which dialect they are in and where they are.
  const said = new Set(["$schema", "$id"]);
  const plain = (schema: object) => Object.fromEntries(Object.entries(schema).filter(([name]) => !said.has(name)));
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, plain(schema)]));
}
