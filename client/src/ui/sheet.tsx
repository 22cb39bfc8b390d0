import { type ReactNode, useId } from "react";
import { classNames } from "../lib/text/index.ts";

interface Props {
  title: ReactNode;
  note?: ReactNode;
  /** A link or button at the right end of the head. */
  more?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A white sheet on the page: one step of depth, a head, hairlines inside. */
export function Sheet({ title, note, more, className, children }: Props) {
  const id = useId();
  return (
    <section className={classNames("sheet", className)} aria-labelledby={id}>
      <div className="head">
        <h2 id={id}>{title}</h2>
        {note ? <p>{note}</p> : null}
        {more ? <span className="more">{more}</span> : null}
      </div>
      {children}
    </section>
  );
}
