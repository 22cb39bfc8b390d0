export { SignatureKeysSheet } from "./signature-keys-sheet.tsx";
