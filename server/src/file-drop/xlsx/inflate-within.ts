import { Unzip, UnzipInflate } from "fflate";
import { fileTooLarge, fileUnreadable } from "../file-error.ts";
import { FILE_LIMITS } from "../file-limits.ts";

/** Bytes handed to the inflater at a time: what comes out of them is looked at before the next. */
const STEP = 16 * 1024;
/** Below it a high ratio harms nobody: a part of nothing but zeros may be small. */
const RATIO_FROM = 1024 * 1024;

/**
 * The parts of a zip archive that are wanted, inflated within the limits: sizes that the archive states are not believed.
 * Throws `file-unreadable`, `file-too-large`.
 */
export function inflateWithin(
  archive: Uint8Array,
  isWanted: (name: string) => boolean,
  limits: Readonly<Record<"inflatedBytes" | "ratio" | "parts", number>> = FILE_LIMITS,
): Map<string, Uint8Array> {
  if (archive[0] !== 0x50 || archive[1] !== 0x4b) throw notZip(archive);
  const parts = new Map<string, Uint8Array>();
  let count = 0;
  let total = 0;
  let failure: Error | null = null;
  const unzip = new Unzip((file) => {
    count += 1;
    if (count > limits.parts) failure ??= tooMany("parts", limits.parts);
    if (failure !== null || !isWanted(file.name)) return;
    const chunks: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, chunk, isLast) => {
      if (error !== null) failure ??= damaged();
      if (failure !== null) return;
      size += chunk.length;
      total += chunk.length;
      if (total > limits.inflatedBytes) failure = tooMany("inflatedBytes", limits.inflatedBytes);
      // What was read of the archive so far bounds what this part can have taken of it.
      else if (size > RATIO_FROM && size > limits.ratio * Math.max(1, read)) failure = tooMany("ratio", limits.ratio);
      else chunks.push(chunk);
      if (isLast) parts.set(file.name, joined(chunks, size));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  let read = 0;
  try {
    while (read < archive.length && failure === null) {
      const end = Math.min(archive.length, read + STEP);
      const from = read;
      read = end;
      unzip.push(archive.subarray(from, end), end === archive.length);
    }
  } catch {
    failure ??= damaged();
  }
  if (failure !== null) throw failure;
  return parts;
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];

function notZip(bytes: Uint8Array): Error {
  const isOld = OLD_EXCEL.every((byte, at) => bytes[at] === byte);
  return isOld
    ? fileUnreadable({
        vi: "Đây là tệp Excel kiểu cũ (.xls) hoặc tệp đặt mật khẩu. Bỏ mật khẩu và lưu lại dạng .xlsx.",
        en: "This is an old Excel file (.xls) or one with a password. Remove the password and save it as .xlsx.",
      })
    : fileUnreadable({
        vi: "Đây không phải tệp bảng tính .xlsx.",
        en: "This is not an .xlsx spreadsheet.",
      });
}

function damaged(): Error {
  return fileUnreadable({
    vi: "Tệp bị hỏng hoặc chưa tải hết. Mở bằng Excel, lưu lại rồi tải lên lần nữa.",
    en: "The file is damaged or incomplete. Open it in Excel, save it and drop it again.",
  });
}

function tooMany(limit: "parts" | "inflatedBytes" | "ratio", most: number): Error {
  return fileTooLarge(limit, most, {
    vi: "Tệp giải nén ra quá lớn so với một biểu số liệu; không đọc tiếp. Chỉ giữ lại trang tính có số liệu rồi lưu thành tệp mới.",
    en: "The file inflates to far more than a table of figures; reading was stopped. Keep only the sheet with figures and save it as a new file.",
  });
}
