import { defineDictionary } from "@bochiso/shared/i18n";
import { Link } from "@tanstack/react-router";
import { useWords } from "../../lib/i18n/index.ts";
import { Notice } from "../../ui/index.ts";

const words = defineDictionary({
  vi: {
    title: "Không có trang này",
    detail: "Địa chỉ có thể đã gõ sai hoặc đơn vị không tồn tại.",
    home: "Về Tổng quan Chính phủ",
  },
  en: {
    title: "There is no such page",
    detail: "The address may be mistyped, or the unit does not exist.",
    home: "To the Government's overview",
  },
});

export function NotFound() {
  const t = useWords(words);
  return (
    <div className="page">
      <section className="sheet wide">
        <Notice
          title={t.title}
          action={
            <Link to="/cp" className="link">
              {t.home}
            </Link>
          }
        >
          {t.detail}
        </Notice>
      </section>
    </div>
  );
}
