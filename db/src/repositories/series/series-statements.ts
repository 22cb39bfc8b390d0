import { defineStatement } from "../../statement/index.ts";

const KEY = {
  indicator: "text",
  area: "text",
  breakdownKey: "text",
  scenario: "text",
  periodType: "text",
  origin: "text",
} as const;

export const lookUpSeries = defineStatement<{ readonly at: number; readonly id: number }>()(
  "look_up_series",
  { at: "int", ...KEY },
  `SELECT v.at AS "at", s.id AS "id" FROM {rows} JOIN series s
   ON s.indicator = v.indicator AND s.area = v.area AND s.breakdown_key = v."breakdownKey"
   AND s.scenario = v.scenario AND s.period_type = v."periodType" AND s.origin = v.origin`,
);

export const insertSeries = defineStatement<never>()(
  "insert_series",
  KEY,
  `INSERT INTO series (indicator, area, breakdown_key, scenario, period_type, origin)
   SELECT v.indicator, v.area, v."breakdownKey", v.scenario, v."periodType", v.origin FROM {rows}
   WHERE true ON CONFLICT DO NOTHING`,
);
