import type { Text } from "@bochiso/shared/text";
import type { ProblemCode } from "../../rest/problems.ts";
import type { SchemaName } from "../components.ts";
import { named, type Operation, type Parameter } from "../operation.ts";

const IF_NONE_MATCH: Parameter = {
  name: "If-None-Match",
  in: "header",
  text: { en: "ETag of what is at hand.", vi: "ETag đang có." },
  schema: { type: "string" },
};
const CODE: Parameter = {
  name: "code",
  in: "path",
  required: true,
  text: { en: "The code.", vi: "Mã." },
  schema: { type: "string" },
};

const RESOURCES: readonly (readonly [id: string, path: string, schema: SchemaName, summary: Text])[] = [
  ["listIndicators", "/indicators", "IndicatorList", { en: "Definitions in force", vi: "Các chỉ số có hiệu lực" }],
  ["getIndicator", "/indicators/{code}", "IndicatorDefinition", { en: "One definition", vi: "Một chỉ số" }],
  ["listCodelists", "/codelists", "CodelistList", { en: "Breakdown dimensions", vi: "Các phân tổ" }],
  ["getCodelist", "/codelists/{code}", "Codelist", { en: "The codes of a dimension", vi: "Mã của một phân tổ" }],
  ["listAreas", "/areas", "AreaList", { en: "Areas, former units too", vi: "Địa phương, gồm cả trước sáp nhập" }],
  ["listAgencies", "/agencies", "AgencyList", { en: "Agencies", vi: "Cơ quan" }],
  ["listSets", "/sets", "SetList", { en: "Indicator sets", vi: "Các bộ chỉ số" }],
  ["getSet", "/sets/{code}", "IndicatorSet", { en: "One set with its groups", vi: "Một bộ chỉ số và các nhóm" }],
];

/** The definitions in force and their code lists, as data. */
export const CATALOGUE_OPERATIONS: readonly Operation[] = RESOURCES.map(([id, path, schema, summary]) => {
  const hasCode = path.includes("{code}");
  const problems: readonly ProblemCode[] = hasCode ? ["not-found"] : [];
  return {
    id,
    method: "get",
    path: `/api/v1/catalog${path}`,
    tag: "catalogue",
    summary,
    description: "Open, for it holds no values. Ask again with `If-None-Match`.",
    key: "none",
    parameters: hasCode ? [CODE, IF_NONE_MATCH] : [IF_NONE_MATCH],
    answers: {
      "200": {
        text: summary,
        headers: { ETag: { text: { en: "Of these bytes.", vi: "Dấu của nội dung." }, required: true } },
        content: { "application/json": { schema: named(schema) } },
      },
      "304": { text: { en: "Unchanged.", vi: "Không đổi." } },
    },
    problems,
  };
});
