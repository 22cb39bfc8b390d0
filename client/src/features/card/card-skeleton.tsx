import { Skeleton } from "../../ui/index.ts";

/** A card on its way: the same shape, nothing jumps when it arrives. */
export function CardSkeleton() {
  return (
    <article className="card" aria-hidden="true">
      <h3>
        <Skeleton width="62%" />
      </h3>
      <p className="val">
        <Skeleton width="46%" height={28} />
      </p>
      <p className="per">
        <Skeleton width="52%" />
      </p>
      <p className="state">
        <Skeleton width="34%" />
      </p>
      <p className="why">
        <Skeleton width="70%" />
      </p>
      <p className="chg">
        <Skeleton width="80%" height={34} />
      </p>
      <p className="src">
        <Skeleton width="74%" height={12} />
      </p>
    </article>
  );
}
