import { Link } from "@tanstack/react-router";
import { useWords } from "../../../lib/i18n/index.ts";
import { crumbWords } from "./crumb-words.ts";

/** Where a page stands below Nguồn dữ liệu: the feed where there is one. */
export function FeedCrumbs({ feed }: { feed?: { code: string; name: string } | undefined }) {
  const t = useWords(crumbWords);
  return (
    <nav className="fd-crumb wide" aria-label={t.crumbs}>
      <ol>
        <li>
          <Link to="/nguon-du-lieu">{t.feeds}</Link>
        </li>
        {feed === undefined ? null : (
          <li>
            <Link to="/nguon-du-lieu/$feed" params={{ feed: feed.code }}>
              {feed.name}
            </Link>
          </li>
        )}
      </ol>
    </nav>
  );
}
