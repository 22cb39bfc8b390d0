import { type ReactNode, useId } from "react";
import { classNames } from "../lib/text/index.ts";

interface Props {
  title: ReactNode;
  note?: ReactNode;
  /** A link or button at the right end of the head. */
  more?: ReactNode;
  className?: string;
  /** Where a link to this sheet leads. */
  id?: string;
  children: ReactNode;
}

/** A white sheet on the page: one step of depth, a head, hairlines inside. */
export function Sheet({ title, note, more, className, id, children }: Props) {
  const titleId = useId();
  return (
    <section id={id} className={classNames("sheet", className)} aria-labelledby={titleId}>
      <div className="head">
        <h2 id={titleId}>{title}</h2>
        {note ? <p>{note}</p> : null}
        {more ? <span className="more">{more}</span> : null}
      </div>
      {children}
    </section>
  );
}
