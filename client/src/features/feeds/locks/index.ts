export { LocksSheet } from "./locks-sheet.tsx";
