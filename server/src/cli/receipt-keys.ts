import { readConfig } from "../config/env.ts";
import { rotateSigningKey } from "../receipts/signing-key.ts";

if (process.argv[2] !== "rotate") {
  console.error("npm run receipt-keys -- rotate");
  process.exit(2);
}
const kid = rotateSigningKey(readConfig(process.env).dataDir);
console.log(kid);
console.error(
  "Khóa mới có hiệu lực từ biên nhận kế tiếp; khóa công khai cũ vẫn được giữ. / The new key seals from the next receipt on; the old public key is kept.",
);
