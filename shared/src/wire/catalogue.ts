import { z } from "zod";
import { Agency } from "../agency/agency.ts";
import { Area } from "../area/area.ts";
import { Dimension } from "../breakdown/dimension.ts";
import { IndicatorDefinition } from "../indicator/indicator.ts";
import { Text } from "../text/text.ts";

/** Every definition in force. */
export const IndicatorList = z.object({ indicators: z.array(IndicatorDefinition) });
/** The code lists, without their codes. */
export const CodelistList = z.object({
  codelists: z.array(Dimension.pick({ id: true, name: true, open: true })),
});
/** Every area, former units too. */
export const AreaList = z.object({ areas: z.array(Area) });
/** Every agency. */
export const AgencyList = z.object({ agencies: z.array(Agency) });

const set = { code: z.string(), level: z.string(), owner: z.string(), name: Text };

/** The indicator sets, without their members. */
export const SetList = z.object({ sets: z.array(z.object(set)) });
/** An indicator set with its groups and their indicators in order. */
export const IndicatorSet = z.object({
  ...set,
  effectiveFrom: z.string().nullable(),
  effectiveTo: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  groups: z.array(
    z.object({
      code: z.string(),
      name: Text,
      indicators: z.array(z.string()),
      details: z.record(z.string(), z.unknown()),
    }),
  ),
});
