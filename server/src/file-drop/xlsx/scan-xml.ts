import { fileUnreadable } from "../file-error.ts";

/** What is told of a document, in order. Names are without their namespace prefix. */
export interface XmlHandlers {
  open?(name: string, attributes: (name: string) => string | null): void;
  close?(name: string): void;
  /** Entities are decoded. */
  text?(text: string): void;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/**
 * Goes once over an XML document of a spreadsheet. Document types are refused, and with them every entity but the five of
 * XML: nothing expands. Throws `file-unreadable`.
 */
export function scanXml(xml: string, handlers: XmlHandlers): void {
  let at = 0;
  for (;;) {
    const open = xml.indexOf("<", at);
    if (open < 0) return;
    if (open > at) handlers.text?.(decodeXml(xml.slice(at, open)));
    at = scanMarkup(xml, open, handlers);
  }
}

/** Handles what starts at `<` and gives where it ends. */
function scanMarkup(xml: string, open: number, handlers: XmlHandlers): number {
  const next = xml.charCodeAt(open + 1);
  if (next === 33) return scanBang(xml, open, handlers);
  if (next === 63) return after(xml, "?>", open);
  const end = endOfTag(xml, open);
  if (next === 47) {
    handlers.close?.(localName(xml.slice(open + 2, end).trim()));
    return end + 1;
  }
  const isEmpty = xml.charCodeAt(end - 1) === 47;
  const inner = xml.slice(open + 1, isEmpty ? end - 1 : end);
  const space = inner.search(/\s/);
  const name = localName(space < 0 ? inner : inner.slice(0, space));
  handlers.open?.(name, (attribute) => (space < 0 ? null : attributeOf(inner, attribute)));
  if (isEmpty) handlers.close?.(name);
  return end + 1;
}

function scanBang(xml: string, open: number, handlers: XmlHandlers): number {
  if (xml.startsWith("<!--", open)) return after(xml, "-->", open);
  if (!xml.startsWith("<![CDATA[", open)) throw malformed();
  const end = after(xml, "]]>", open);
  handlers.text?.(xml.slice(open + 9, end - 3));
  return end;
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw malformed();
  return at + mark.length;
}

/** A ">" may stand in the value of an attribute. */
function endOfTag(xml: string, open: number): number {
  let quote = 0;
  for (let at = open + 1; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at;
  }
  throw malformed();
}

/** The value of an attribute by its name without prefix; null where it has none. */
function attributeOf(tag: string, name: string): string | null {
  for (let at = tag.indexOf(name); at >= 0; at = tag.indexOf(name, at + 1)) {
    const before = tag.charCodeAt(at - 1);
    if (!(before <= 32 || before === 58)) continue;
    const match = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag.slice(at + name.length, at + name.length + 4_096));
    if (match !== null) return decodeXml(match[1] ?? match[2] ?? "");
  }
  return null;
}

function localName(name: string): string {
  const at = name.indexOf(":");
  return at < 0 ? name : name.slice(at + 1);
}

/** Entities of a text; an unknown one stands as it is. */
function decodeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function malformed(): Error {
  return fileUnreadable({
    vi: "Tệp bảng tính bị hỏng. Mở bằng Excel hoặc LibreOffice và lưu lại dạng .xlsx.",
    en: "The spreadsheet is damaged. Open it in Excel or LibreOffice and save it again as .xlsx.",
  });
}
