export { KeptNotice, ScreenFaultSheet } from "./screen-fault-sheet.tsx";
