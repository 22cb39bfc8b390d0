import { DomainError, type ErrorFacts } from "@bochiso/shared/errors";
import type { Text } from "@bochiso/shared/text";

type Words = (facts: ErrorFacts) => Text;

/** Why a source could not be read, each with what a steward can do about it. */
const FAULTS = {
  "pull-name-unresolved": ({ host }) => ({
    vi: `Không tìm được địa chỉ của máy chủ "${host}". Kiểm tra tên trong cấu hình và DNS.`,
    en: `The name "${host}" could not be resolved. Check it in the configuration, and the DNS.`,
  }),
  "pull-address-refused": ({ host, address }) => ({
    vi: `"${host}" dẫn đến ${address}, không phải địa chỉ công cộng và không có trong privateAddresses của cấu hình.`,
    en: `"${host}" leads to ${address}, which is no public address and not among privateAddresses of the configuration.`,
  }),
  "pull-connect-failed": ({ host, reason }) => ({
    vi: `Không kết nối được hoặc bị ngắt giữa chừng khi đọc từ "${host}" (${reason}).`,
    en: `The connection to "${host}" failed or was cut (${reason}).`,
  }),
  "pull-timeout": ({ host, seconds }) => ({
    vi: `"${host}" không trả lời xong trong ${seconds} giây.`,
    en: `"${host}" did not answer within ${seconds} seconds.`,
  }),
  "pull-tls": ({ host, reason }) => ({
    vi: `Không xác minh được chứng thư của "${host}" (${reason}).`,
    en: `The certificate of "${host}" could not be verified (${reason}).`,
  }),
  "pull-too-large": ({ bytes }) => ({
    vi: `Nội dung trả về lớn hơn giới hạn ${bytes} byte (tính sau khi giải nén) nên đã dừng đọc.`,
    en: `The answer is larger than the limit of ${bytes} bytes (out of compression); reading was stopped.`,
  }),
  "pull-redirect-refused": ({ to, reason }) => ({
    vi: `Máy chủ chuyển hướng đến "${to}", không theo được: ${reason}.`,
    en: `The redirection to "${to}" cannot be followed: ${reason}.`,
  }),
  "pull-media-type": ({ got, expected }) => ({
    vi: `Máy chủ trả về "${got}", cần ${expected} (UTF-8).`,
    en: `The answer is "${got}"; expected ${expected} (UTF-8).`,
  }),
  "pull-encoding": ({ got }) => ({
    vi: `Nội dung trả về hỏng hoặc nén kiểu "${got}"; chỉ đọc được gzip hoặc không nén.`,
    en: `The answer is damaged or encoded as "${got}"; only gzip or no compression can be read.`,
  }),
  "pull-status": ({ status }) => ({
    vi: `Máy chủ trả lời mã ${status}.`,
    en: `The source answered with status ${status}.`,
  }),
  "pull-access-refused": ({ status }) => ({
    vi: `Máy chủ từ chối truy cập (mã ${status}). Kiểm tra khóa truy cập của nguồn.`,
    en: `The source refused access (status ${status}). Check its secret.`,
  }),
  "pull-secret-missing": ({ where }) => ({
    vi: `Không có khóa truy cập ở ${where}. Đặt khóa tại đó rồi lấy lại.`,
    en: `There is no secret in ${where}. Put it there and pull again.`,
  }),
  "pull-secret-exposed": ({ host }) => ({
    vi: `Khóa truy cập không được gửi qua http không mã hóa đến "${host}". Dùng https.`,
    en: `The secret is not sent over plain http to "${host}". Use https.`,
  }),
  "pull-records-missing": ({ pointer }) => ({
    vi: `Tại "${pointer}" trong nội dung JSON không có mảng bản ghi.`,
    en: `There is no array of records at "${pointer}" in the JSON.`,
  }),
  "pull-column-missing": ({ field, nearest }) => ({
    vi: `Bảng không có cột "${field}"${typeof nearest === "string" ? `; gần nhất là "${nearest}"` : ""}.`,
    en: `The table has no column "${field}"${typeof nearest === "string" ? `; the nearest is "${nearest}"` : ""}.`,
  }),
  "pull-no-rows": ({ records }) => ({
    vi: `Nguồn trả về ${records} bản ghi nhưng không có dòng số liệu nào cho kênh này.`,
    en: `The source sent ${records} records, and no row of them is for this feed.`,
  }),
  "pull-rows-refused": ({ errors, records }) => ({
    vi: `Có ${errors} lỗi trong ${records} bản ghi nên chưa lưu dòng nào.`,
    en: `There are ${errors} faults in ${records} records; nothing was stored.`,
  }),
  "pull-took-too-much": () => ({
    vi: "Đọc nội dung trả về tốn quá nhiều thời gian hoặc bộ nhớ nên đã dừng.",
    en: "Reading the answer took too much time or memory and was stopped.",
  }),
  "pull-interrupted": () => ({
    vi: "Máy chủ dừng khi đang lấy số liệu; nguồn sẽ được lấy lại.",
    en: "The server stopped while pulling; the source will be asked again.",
  }),
  "pull-failed": () => ({
    vi: "Lỗi ngoài dự kiến khi lấy số liệu. Báo bộ phận vận hành xem nhật ký.",
    en: "Something unexpected went wrong while pulling. Ask the operators to look at the log.",
  }),
  "pull-unknown": ({ source }) => ({
    vi: `Không có nguồn "${source}".`,
    en: `There is no source "${source}".`,
  }),
  "pull-not-enabled": ({ source }) => ({
    vi: `Nguồn "${source}" đang tắt. Bật nguồn trước khi lấy, hoặc lấy thử.`,
    en: `The source "${source}" is switched off. Switch it on before pulling, or try it.`,
  }),
  "pull-busy": ({ source }) => ({
    vi: `Nguồn "${source}" đang được lấy thử. Chờ lần này xong.`,
    en: `The source "${source}" is being tried. Wait until that is done.`,
  }),
  "pull-feed-fixed": ({ source, feed }) => ({
    vi: `Nguồn "${source}" thuộc kênh "${feed}". Đặt mã khác cho nguồn của kênh khác.`,
    en: `The source "${source}" belongs to the feed "${feed}". Give a source of another feed another code.`,
  }),
  "pull-config-malformed": ({ problems }) => ({
    vi: `Cấu hình nguồn không dùng được:\n${problems}`,
    en: `The configuration of the source cannot be used:\n${problems}`,
  }),
} as const satisfies Record<string, Words>;

/** The codes of this part. */
export type PullFaultCode = keyof typeof FAULTS;

export function pullFault(code: PullFaultCode, facts: ErrorFacts = {}): DomainError {
  const words: Words = FAULTS[code];
  return new DomainError(code, facts, words(facts));
}
