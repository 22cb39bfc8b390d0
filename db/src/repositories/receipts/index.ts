export { addSigningKey, isSigningKeyKnown, listSigningKeys, type SigningKey } from "./signing-keys.ts";
