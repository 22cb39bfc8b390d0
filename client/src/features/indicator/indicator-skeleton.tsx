import { useWords } from "../../lib/i18n/index.ts";
import { Skeleton } from "../../ui/index.ts";
import { indicatorWords } from "./words.ts";

/** The page while its figures are on their way: the same sheets at the same places. */
export function IndicatorSkeleton() {
  const t = useWords(indicatorWords);
  return (
    <div className="page ind" aria-busy="true">
      <p className="vh" role="status">
        {t.loading}
      </p>
      <section className="sheet wide ind-top" aria-hidden="true">
        <div className="ind-main">
          <Skeleton width="46%" height={26} />
          <p className="ind-big">
            <Skeleton width="220px" height={56} />
          </p>
          <Skeleton width="38%" />
          <p className="ind-line">
            <Skeleton width="60%" height={20} />
          </p>
        </div>
        <div className="ind-why">
          <Skeleton width="40%" height={20} />
          <Skeleton width="100%" height={120} />
        </div>
      </section>
      <section className="sheet ind-trend" aria-hidden="true">
        <div className="head">
          <Skeleton width="52%" height={20} />
        </div>
        <div className="ind-figure">
          <Skeleton width="100%" height={340} />
        </div>
      </section>
      <section className="sheet ind-quality" aria-hidden="true">
        <div className="head">
          <Skeleton width="60%" height={20} />
        </div>
        <div className="ind-figure">
          <Skeleton width="100%" height={200} />
        </div>
      </section>
    </div>
  );
}
