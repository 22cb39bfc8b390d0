export { announce, useAnnouncement } from "./announce.ts";
