import { level, type Profile, part } from "./profile.ts";

/** The fictional flood: days 16–20 November 2026, its peak on the third day. Waters fall, losses only grow. */
const RISE = { event: [0.2, 0.6, 0.9, 1, 1] };
const WAVE = { event: [0.3, 0.8, 1, 0.7, 0.4] };

/** Disasters, waters, rescue and what is specific to the locality in the fictional province. */
export const EMERGENCY_PROFILES: Readonly<Record<string, Profile>> = {
  "dis.deaths": level(2, RISE),
  "dis.missing": level(1, { event: [0, 1, 1, 1, 0] }),
  "dis.injured": level(7, RISE),
  "dis.houses_collapsed": level(12, RISE),
  "dis.houses_damaged": level(236, RISE),
  "dis.houses_flooded": level(1840, WAVE),
  "dis.rice_area": level(620.5, RISE),
  "dis.crop_area": level(214.2, RISE),
  "dis.livestock": level(3150, RISE),
  "dis.aquaculture": level(96.4, RISE),
  "dis.dyke_incidents": level(4, RISE),
  "dis.road_blocked": level(18, WAVE),
  "dis.communes_isolated": level(6, WAVE),
  "dis.power_lost": level(14200, WAVE),
  "dis.bts_down": level(37, WAVE),
  "dis.loss": level(185.5, RISE),
  "dis.evac_plan": level(2400, { event: [1, 1, 1, 1, 1] }),
  "dis.evac_done": part("dis.evac_plan", 0.97, { event: [0.35, 0.8, 1, 1, 1] }),
  "dis.vessels_total": level(1265, { event: [1, 1, 1, 1, 1] }),
  "dis.vessels_danger": level(9, { event: [1, 0.5, 0.1, 0] }),
  "dis.forces": level(1850, WAVE),
  "dis.fire_risk": level(1.6, { noise: 0.5 }),
  "hyd.rain24": level(58, { noise: 0.5 }),
  "hyd.level": level(4.9, { climb: [1.22, 0.86], noise: 0.01 }),
  "hyd.alarm_1": level(3.5, {}),
  "hyd.alarm_2": level(4.5, {}),
  "hyd.alarm_3": level(5.5, {}),
  "hyd.reservoir_level": level(76.2, { climb: [1.01, 0.995] }),
  "hyd.reservoir_fill": level(92, { climb: [1.04, 0.97] }),
  "hyd.discharge": level(310, { climb: [1.5, 0.6], noise: 0.05 }),
  "hyd.saltwater_4g": level(8.4, { noise: 0.2 }),
  "hyd.drought_area": level(0, {}),
  "sar.incidents": level(0.5, { noise: 1 }),
  "sar.persons_in_distress": level(1.6, { noise: 1 }),
  "sar.rescued": part("sar.persons_in_distress", 0.95, { noise: 0.05 }),
  "sar.open_cases": level(1, { noise: 0.9 }),
  "prov.flood_points": level(9, { climb: [1.6, 0.3], noise: 0.2 }),
  "prov.landslide_points": level(23, { noise: 0.1 }),
};
