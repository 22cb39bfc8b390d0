export { Dropdown } from "./dropdown.tsx";
export { Icon, type IconName } from "./icon.tsx";
export { LiveRegion } from "./live-region.tsx";
export { Modal } from "./modal.tsx";
export { Notice } from "./notice.tsx";
export { Sheet } from "./sheet.tsx";
export { SimulatedMark } from "./simulated-mark.tsx";
export { Skeleton } from "./skeleton.tsx";
export { uiWords } from "./words.ts";
