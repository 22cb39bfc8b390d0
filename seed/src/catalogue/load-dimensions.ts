import { Dimension, type DimensionCode } from "@bochiso/shared/breakdown";
import { z } from "zod";
import { type DataDir, defaultDataDir, readDataJson } from "../files/index.ts";
import { loadAgencies } from "./load-agencies.ts";

const DimensionsFile = z.object({
  dimensions: z.array(
    z.object({
      id: z.string(),
      name_vi: z.string(),
      name_en: z.string(),
      open: z.boolean().optional(),
      codes: z.array(z.object({ code: z.string(), name_vi: z.string(), name_en: z.string() })).optional(),
      codesFrom: z.string().optional(),
    }),
  ),
});

/** The fictional flood of Tỉnh Mẫu that its disaster figures belong to. */
export const DEMO_EVENT = "mau-2026-lu-01";
/** The fictional hydrological station of Tỉnh Mẫu. */
export const DEMO_STATION = "mau-song-mau";

/** Codes added for the fictional province; every name says that it is simulated. */
const DEMO_CODES: Readonly<Record<string, readonly DimensionCode[]>> = {
  event: [
    {
      code: DEMO_EVENT,
      name: { vi: "Đợt mưa lũ giả định tháng 11/2026 (mô phỏng)", en: "Assumed flood of November 2026 (simulated)" },
    },
  ],
  station: [{ code: DEMO_STATION, name: { vi: "Trạm Sông Mẫu (mô phỏng)", en: "Song Mau station (simulated)" } }],
};

/** The closed list of 95 breakdown dimensions; `agency` takes its codes from the agencies. */
export function loadDimensions(dataDir: DataDir = defaultDataDir()): Dimension[] {
  const agencyCodes = (): DimensionCode[] => loadAgencies(dataDir).map(({ code, name }) => ({ code, name }));
  return DimensionsFile.parse(readDataJson(dataDir, "catalog/dimensions.json")).dimensions.map((it) => {
    const listed = (it.codes ?? []).map(({ code, name_vi, name_en }) => ({ code, name: { vi: name_vi, en: name_en } }));
    return Dimension.parse({
      id: it.id,
      name: { vi: it.name_vi, en: it.name_en },
      open: it.open ?? false,
      codes: [...listed, ...(it.codesFrom ? agencyCodes() : []), ...(DEMO_CODES[it.id] ?? [])],
    });
  });
}
