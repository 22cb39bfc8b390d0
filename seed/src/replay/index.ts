export { loadMapping, type Mapping } from "./mapping.ts";
export type { ReplayOmission } from "./published-value.ts";
export { inOrderOfRecording, type ReplayBatch } from "./replay-batch.ts";
export { type RealSeries, type ReplayInput, readRealSeries, replayRealSeries } from "./replay-real-series.ts";
