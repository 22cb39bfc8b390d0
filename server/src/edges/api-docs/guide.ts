import type { Language, Text } from "@bochiso/shared/text";
import { INPUT_FORM, MAX_AGE, MUST_COVER } from "../rest/submissions/signature-terms.ts";
import { type ExampleFile, exampleText } from "./example-files.ts";
import { code, type Html, html, prose } from "./html.ts";

/** What the page is rendered for. */
export interface PageContext {
  readonly language: Language;
  /** Address of this instance, as the reader reached it. */
  readonly origin: string;
}

/** A part of the page with a place in its contents. */
export interface Section {
  readonly id: string;
  readonly title: Text;
  body(context: PageContext): Html;
}

/** Prose in the language of the page. */
const say = ({ language }: PageContext, text: Text): Html => prose(text[language]);

function example({ language }: PageContext, file: ExampleFile, title: Text): Html {
  const download = language === "vi" ? "tải về" : "download";
  return html`<details><summary>${title[language]} · <a href="/api/docs/examples/${file}">${download}</a></summary>${code(
    exampleText(file),
  )}</details>`;
}

const start: Section = {
  id: "start",
  title: { vi: "Cần có trước", en: "What you need" },
  body: (context) =>
    say(context, {
      vi: "Bạn cần hai thứ do đơn vị quản trị cấp: mã kênh (ví dụ `prov.01`) và khóa truy cập dạng `bcs_…`, chỉ hiện một lần lúc tạo. Mỗi khóa gắn với một kênh, mỗi kênh chỉ gửi được những chỉ số và địa phương của mình.\n\nMã chỉ số, mã địa phương, mã phân tổ lấy tại `/api/v1/catalog/…`, không cần khóa. Địa phương là 34 tỉnh hiện nay (`01`, `79` …); đơn vị trước sáp nhập viết `vn63:24`; cả nước là `VN`.\n\nCác lệnh dưới đây đọc hai biến môi trường; đặt một lần rồi dùng cho mọi ví dụ. Không ghi khóa vào mã nguồn hay nhật ký.",
      en: "You need two things from the administrator: the code of your feed (such as `prov.01`) and a key `bcs_…`, shown once when it is made. A key belongs to one feed; a feed sends its own indicators and areas only.\n\nCodes of indicators, areas and breakdowns stand at `/api/v1/catalog/…`, no key needed. Areas are the 34 present provinces (`01`, `79` …); a former unit is `vn63:24`; the nation is `VN`.\n\nThe commands below read two environment variables. Keep the key out of source code and logs.",
    }).concat(code(`export BOCHISO_URL=${context.origin}\nexport BOCHISO_KEY=bcs_…`)),
};

const ask: Section = {
  id: "ask",
  title: { vi: "Bước 1. Thử khóa, xem phải gửi gì", en: "Step 1. Try the key, see what is due" },
  body: (context) =>
    say(context, {
      vi: "Lệnh đầu cho biết khóa đúng chưa và kênh được gửi những chỉ số nào (`owns.indicators`; `owns.computed` là những chỉ số hệ thống tự tính, chỉ gửi được kế hoạch, mục tiêu, dự báo) của những địa phương nào (`owns.areas`; `null` là mọi địa phương); lệnh sau cho biết trong kỳ còn thiếu gì, hạn nào.",
      en: "The first says whether the key is right and which indicators the feed may send (`owns.indicators`; those in `owns.computed` are computed here and take plans, targets and forecasts only) and in which areas (`owns.areas`; `null` is every area); the second what is due in a period and missing.",
    }).concat(
      code(`curl -s -H "Authorization: Bearer $BOCHISO_KEY" $BOCHISO_URL/api/v1/feeds/mof.customs
curl -s -H "Authorization: Bearer $BOCHISO_KEY" "$BOCHISO_URL/api/v1/feeds/mof.customs/expected?period=2025-03"`),
    ),
};

const check: Section = {
  id: "check",
  title: { vi: "Bước 2. Soạn số liệu, kiểm tra thử", en: "Step 2. Write a batch, check it dry" },
  body: (context) =>
    say(context, {
      vi: 'Một lượt gửi là tệp JSON, NDJSON, CSV hoặc SDMX-CSV. `dryRun=true` kiểm tra và tính thử toàn bộ, không lưu gì, không dùng mất `Idempotency-Key`. Mọi lỗi của mọi dòng được nêu trong một lần trả lời.\n\nGiá trị viết số hoặc chuỗi số (`"31420.75"` giữ đúng từng chữ số), dấu chấm thập phân, không dấu phân cách nghìn; CSV dùng `;` được viết dấu phẩy thập phân, còn `1.234` bị từ chối nếu không rõ là nghìn hay thập phân. Số theo đơn vị của chỉ số; dòng có thể ghi đơn vị (`unit`), khác đơn vị của chỉ số thì bị từ chối. Kỳ viết: `2026`, `2026-S1` (6 tháng), `2026-Q3`, `2026-10`, `2026-11-01/P15D` (nửa tháng), `2026-W47`, `2026-11-22`, `2026-11-22T20`, `2026-2030` (nhiệm kỳ, giai đoạn). Trạng thái: `A` chính thức (mặc định), `P` sơ bộ, `E` ước tính; số trống để `null` kèm `M`, `O` hoặc `L`. Trống không phải là 0.',
      en: 'A batch is a file of JSON, NDJSON, CSV or SDMX-CSV. `dryRun=true` checks and computes everything, stores nothing and leaves the `Idempotency-Key` free. All faults of all rows are told at once.\n\nA value is a number or its text (`"31420.75"` is kept digit for digit), with a decimal point and no thousands separators; CSV with `;` may write a decimal comma, and `1.234` is refused there where nothing tells whether it is a thousand. It is in the unit of the indicator; a row may name it (`unit`), and another one is refused. Periods: `2026`, `2026-S1` (half-year), `2026-Q3`, `2026-10`, `2026-11-01/P15D` (half-month), `2026-W47`, `2026-11-22`, `2026-11-22T20`, `2026-2030` (term). Status: `A` final (default), `P` preliminary, `E` estimate; no value is `null` with `M`, `O` or `L`. Missing is never zero.',
    }).concat(
      code(exampleText("batch.json")),
      code(`curl -s -H "Authorization: Bearer $BOCHISO_KEY" -H "Idempotency-Key: thu-1" -H "Content-Type: application/json" \\
  --data-binary @batch.json "$BOCHISO_URL/api/v1/submissions?dryRun=true"`),
      say(context, {
        vi: "Cùng số liệu đó ở dạng CSV (mã kênh nằm trên địa chỉ; mỗi phân tổ một cột):",
        en: "The same as CSV (the feed stands in the address; a dimension has a column of its name):",
      }),
      code(`printf '%s\\n' 'indicator,area,period,value,status,ownership' \\
  'trade.export.value,VN,2025-03,38510.25,E,' 'trade.export.value,VN,2025-03,28000.50,E,FDI' |
curl -s -H "Authorization: Bearer $BOCHISO_KEY" -H "Idempotency-Key: thu-2" -H "Content-Type: text/csv" \\
  --data-binary @- "$BOCHISO_URL/api/v1/submissions?feed=mof.customs&dryRun=true"`),
    ),
};

const push: Section = {
  id: "push",
  title: { vi: "Bước 3. Gửi thật, nhận biên nhận", en: "Step 3. Push, and get a receipt" },
  body: (context) =>
    say(context, {
      vi: 'Ba chương trình sau làm như nhau: nén gzip, ghi `Content-Digest`, đặt `Idempotency-Key` theo nội dung tệp, chờ và gửi lại khi hệ thống bận, hỏi lại khi mất câu trả lời. Chép một trong ba về máy, không cần cài thêm thư viện.\n\n`201` nghĩa là: mọi dòng đã nằm trên đĩa, đọc được ngay, chỉ tính một lần dù gửi lại bao nhiêu lần, và có biên nhận. Hãy lưu câu trả lời này. Kênh phải phê duyệt thì câu trả lời có thêm `"signOff": "required"`: số liệu đã nhận nhưng chưa dùng cho tới khi được duyệt.\n\nCó dòng sai thì cả lượt bị từ chối, trừ khi gửi `Prefer: handling=lenient`: dòng đúng được lưu, câu trả lời vẫn là `422`. `Preference-Applied` trong câu trả lời cho biết cách đã áp dụng; viết sai thì được coi như không có và nêu trong `warnings`.',
      en: 'These three programs do the same: gzip, `Content-Digest`, an `Idempotency-Key` made of the file\'s content, waiting and sending again when told to, asking when an answer was lost. Copy one of them; nothing is to be installed.\n\n`201` means: every row is on disk, readable at once, counted once however often it is sent, and covered by a receipt. Keep the answer. Where the feed needs sign-off it also says `"signOff": "required"`: received, and not in use before somebody approved it.\n\nWith a fault in any row nothing is stored, unless you send `Prefer: handling=lenient`: the sound rows are, and the answer is still `422`. `Preference-Applied` in the answer says which it was; a misspelt preference counts as none and is named in `warnings`.',
    }).concat(
      example(context, "push.sh", { vi: "curl và sh", en: "curl and sh" }),
      example(context, "push.mjs", { vi: "Node, không thư viện ngoài", en: "Node, no packages" }),
      example(context, "push.py", { vi: "Python, chỉ thư viện chuẩn", en: "Python, standard library only" }),
    ),
};

const COVERED = MUST_COVER.map((name) => `\`${name}\``).join(", ");

const sign: Section = {
  id: "sign",
  title: { vi: "Ký yêu cầu, khi kênh bắt buộc", en: "Sign requests, where the feed asks for it" },
  body: (context) =>
    say(context, {
      vi: `Kênh có thể bắt buộc ký từng lượt gửi (RFC 9421, Ed25519); yêu cầu không ký khi đó trả \`401\`, \`"signature": "missing"\`. Kênh không bắt buộc thì có chữ ký vẫn được kiểm tra. Các yêu cầu đọc không cần ký.\n\nLàm một lần: tạo cặp khóa bằng hai lệnh dưới, gửi tệp khóa công khai cho đơn vị quản trị để đăng ký trên trang của kênh (mục Khóa ký yêu cầu) với một mã \`keyid\`; khóa bí mật không rời khỏi máy gửi.`,
      en: `A feed may require every submission to be signed (RFC 9421, Ed25519); an unsigned one then answers \`401\`, \`"signature": "missing"\`. Elsewhere a signature is checked where there is one. Reading needs none.\n\nOnce: make a pair of keys by the two commands, and have the administrator register the public one on the page of the feed (Signature keys) under a \`keyid\`; the private one stays where you send from.`,
    }).concat(
      code(`openssl genpkey -algorithm ed25519 -out sign-key.pem
openssl pkey -in sign-key.pem -pubout -out sign-key-public.pem

BOCHISO_SIGN_KEY=sign-key.pem BOCHISO_SIGN_KEYID=hq-2026 node push.mjs batch.json`),
      say(context, {
        vi: `\`push.mjs\` ở bước 3 ký khi có hai biến đó. Trong ngôn ngữ khác: viết mỗi thành phần một dòng \`"tên": giá trị\`, cuối cùng là \`"@signature-params"\` với đúng phần sau \`sig1=\` của \`Signature-Input\`; nối các dòng bằng một ký tự LF, không có LF ở cuối; ký Ed25519 trên các byte đó, ghi base64 vào \`Signature\`.\n\nPhải bao gồm ${COVERED}; không có query thì \`@query\` là \`?\`; \`@path\`, \`@query\` viết đúng như gửi đi. \`Content-Digest\` tính trên các byte truyền đi, sau khi nén. \`created\` là giây Unix lúc ký, lệch không quá ${MAX_AGE} giây so với đồng hồ của hệ thống, nên mỗi lần gửi lại phải ký lại (\`Idempotency-Key\` giữ nguyên). Chữ ký sai trả \`401\`: \`signature\` nêu phần sai, \`missing\` nêu thành phần còn thiếu, \`signatureBase\` là các dòng hệ thống đã kiểm để so với các dòng đã ký.`,
        en: `\`push.mjs\` of step 3 signs where these two are set. In any language: write a line \`"name": value\` for each component, and last \`"@signature-params"\` with what stands behind \`sig1=\` in \`Signature-Input\`, to the letter; join the lines by one LF, none at the end; sign these bytes with Ed25519 and put the base64 into \`Signature\`.\n\nCovered have to be ${COVERED}; without a query \`@query\` is \`?\`; \`@path\` and \`@query\` are written as they are sent. \`Content-Digest\` is over the bytes on the wire, after gzip. \`created\` is in Unix seconds, at most ${MAX_AGE} off the clock here, so sign anew for each attempt (the \`Idempotency-Key\` stays). A wrong signature answers \`401\`: \`signature\` names the part, \`missing\` what is not covered, \`signatureBase\` the lines that were checked, to hold against those you signed.`,
      }),
      code(`"@method": POST
"@path": /api/v1/submissions
"@query": ?
"content-digest": sha-256=:…:
"content-type": application/json
"idempotency-key": batch.json-…
"@signature-params": ${INPUT_FORM.slice("sig1=".length)}

Signature-Input: ${INPUT_FORM}
Signature: sig1=:…:`),
    ),
};

const again: Section = {
  id: "again",
  title: { vi: "Khi mạng lỗi: gửi lại thế nào", en: "When the line fails: how to send again" },
  body: (context) =>
    say(context, {
      vi: "Gửi lại đúng các byte cũ với đúng `Idempotency-Key` cũ. Nếu lần trước đã lưu, câu trả lời cũ được trả lại nguyên vẹn (`200`, `Idempotent-Replayed: true`); nếu chưa, lượt gửi được nhận bình thường. Không bao giờ tính hai lần.\n\nMuốn hỏi mà không gửi: `GET /api/v1/submissions?idempotencyKey=…` trả biên nhận, hoặc `404` nếu chưa lưu gì. Nội dung sửa đổi phải dùng khóa mới. Đánh số `sequence` cho từng lượt để hai bên thấy ngay lượt bị thiếu.",
      en: "Send the same bytes with the same `Idempotency-Key`. If the first was stored you get its answer byte for byte (`200`, `Idempotent-Replayed: true`); if not, it is taken as new. Nothing ever counts twice.\n\nTo ask without sending: `GET /api/v1/submissions?idempotencyKey=…` gives the receipt, or `404` where nothing was stored. Changed content takes a new key. Number your submissions (`sequence`), so that both sides see a missing one.",
    }).concat(
      code(`curl -s -H "Authorization: Bearer $BOCHISO_KEY" -G --data-urlencode "idempotencyKey=batch.json-…" \\
  $BOCHISO_URL/api/v1/submissions`),
    ),
};

const mend: Section = {
  id: "mend",
  title: { vi: "Sửa số, rút số", en: "Correct and take back" },
  body: (context) =>
    say(context, {
      vi: 'Gửi giá trị mới cho cùng ô là sửa; bản cũ vẫn được giữ trong lịch sử. Trạng thái chỉ đi lên: `E` → `P` → `A`. Sửa số đã `A` phải ghi lý do (`note`). Rút số: `"retract": true` kèm `note`, không kèm giá trị; trong SDMX-CSV: `ACTION` là `D`, lý do ở cột `BCS_REASON`.\n\nHai lượt gửi cùng một ô thì lượt lưu sau có hiệu lực, mà lượt ngắn có thể được lưu trước lượt lớn đã gửi trước nó: hãy chờ câu trả lời của lượt lớn rồi mới gửi bản đính chính. Nếu lượt lớn đã thay số liệu nhận sau nó, câu trả lời nêu các dòng đó trong `warnings`.',
      en: 'A new value for a cell corrects it; the old one stays in its history. The status only rises: `E` → `P` → `A`. Changing an `A` needs its reason (`note`). To take a value back send `"retract": true` with a `note` and no value; in SDMX-CSV `ACTION` is `D` and the reason stands in the column `BCS_REASON`.\n\nOf two submissions for a cell the one stored later stands, and a short one may be stored before a long one sent earlier: wait for the answer to a bulk submission before you correct its cells. Where it did replace values received after it, its answer names the rows in `warnings`.',
    }).concat(
      code(`{ "indicator": "trade.export.value", "area": "VN", "period": "2025-03", "value": "38520.10", "status": "A",
  "note": "điều chỉnh theo tờ khai bổ sung" }
{ "indicator": "trade.import.value", "area": "VN", "period": "2025-03", "retract": true, "note": "gửi nhầm kỳ" }`),
    ),
};

const receipt: Section = {
  id: "receipt",
  title: { vi: "Kiểm tra biên nhận không cần hệ thống", en: "Verify a receipt offline" },
  body: (context) =>
    say(context, {
      vi: "Lưu ba tệp: câu trả lời, nội dung đã gửi (trước khi nén) và bản sao khóa công khai. Nhiều năm sau vẫn chứng minh được đã gửi gì, lúc nào, hệ thống đã nhận gì.\n\nCách kiểm tra trong ngôn ngữ bất kỳ: (1) tìm khóa có `kid` như trong `seal`, `sealedAt` phải nằm trong thời hạn của khóa; (2) bỏ `signature` khỏi `seal`, viết biên nhận thành JSON chuẩn tắc (RFC 8785), kiểm chữ ký Ed25519 trên các byte đó; (3) SHA-256 của nội dung đã gửi phải bằng `contentSha256`.",
      en: "Keep three files: the answer, the body as it was before gzip, and a copy of the public keys. Years later they prove what was sent when, and what was accepted.\n\nIn any language: (1) find the key with the `kid` of the `seal`; `sealedAt` lies within its validity; (2) take `signature` out of `seal`, write the receipt as canonical JSON (RFC 8785), verify Ed25519 over these bytes; (3) the SHA-256 of the body equals `contentSha256`.",
    }).concat(
      code(`curl -s $BOCHISO_URL/.well-known/bcs-keys.json > bcs-keys.json
node verify-receipt.mjs answer.json bcs-keys.json batch.json`),
      example(context, "verify-receipt.mjs", { vi: "Node, không thư viện ngoài", en: "Node, no packages" }),
    ),
};

const follow: Section = {
  id: "follow",
  title: { vi: "Theo dõi thay đổi (sinceSeq)", en: "Follow changes (sinceSeq)" },
  body: (context) =>
    say(context, {
      vi: "`GET /api/v1/observations?sinceSeq=N` trả mọi lần sửa sau commit `N`, đúng thứ tự, mỗi lần đúng một lần, gồm cả lần rút (`missing` = `retracted`). Đi tiếp bằng `cursor=` lấy từ `next` tới khi `next` là `null`; lần sau bắt đầu từ `commitSeq` lớn nhất đã đọc. `N` lớn hơn commit mới nhất thì bị từ chối (`400`): hệ thống đã đổi hoặc được khôi phục, hãy đọc lại từ 0. `breakdown.*=*` lấy mọi phân tổ; bỏ trống chỉ lấy tổng chung.",
      en: "`GET /api/v1/observations?sinceSeq=N` gives every revision after commit `N`, in order, each exactly once, retractions too (`missing` = `retracted`). Go on with `cursor=` from `next` until it is `null`; begin the next time at the greatest `commitSeq` read. An `N` beyond the newest commit is refused (`400`): the system was replaced or restored, read again from 0. `breakdown.*=*` gives every breakdown; left out, totals only.",
    }).concat(example(context, "follow.py", { vi: "Python, chỉ thư viện chuẩn", en: "Python, standard library only" })),
};

const exports: Section = {
  id: "export",
  title: { vi: "Xuất số liệu, chuyển sang hệ thống khác", en: "Export, and move to another system" },
  body: (context) =>
    say(context, {
      vi: "`Accept: text/csv` và `Accept: application/vnd.sdmx.data+csv;version=2.0.0` cho bảng gửi lại được ngay vào `POST /api/v1/submissions`. Xuất với `origin=reported` (số tính được hệ thống nhận tự tính lại). `includeHistory=true` xuất mọi lần sửa theo thứ tự ghi: gửi lại theo đúng thứ tự, bắt đầu lượt mới khi một ô lặp lại. Trang sau ở tiêu đề `Link`.\n\nTrong văn bản, `=`, `+`, `-`, `@` ở đầu hoặc ngay sau `,`, `;`, tab, xuống dòng được thêm một dấu `'` phía trước để bảng tính không chạy nhầm thành công thức; khi gửi lại dấu này được bỏ đi.",
      en: "`Accept: text/csv` and `Accept: application/vnd.sdmx.data+csv;version=2.0.0` give tables that `POST /api/v1/submissions` takes as they are. Ask with `origin=reported`: the other system computes the rest itself. `includeHistory=true` gives every revision in the order recorded: send it in that order and begin a new submission where a cell comes again. The next page is in the header `Link`.\n\nIn a text, `=`, `+`, `-` or `@` at the beginning or right behind `,`, `;`, a tab or a line break gets a `'` before it, so that no spreadsheet runs it; sent back, it is taken out again.",
    }).concat(
      code(`curl -s -H "Authorization: Bearer $BOCHISO_KEY" -H "Accept: text/csv" \\
  "$BOCHISO_URL/api/v1/observations?origin=reported&breakdown.*=*&limit=10000" > so-lieu.csv`),
    ),
};

/** From a key to the first receipt in an afternoon, and what comes after. */
export const GUIDE: readonly Section[] = [start, ask, check, push, sign, again, mend, receipt, follow, exports];
