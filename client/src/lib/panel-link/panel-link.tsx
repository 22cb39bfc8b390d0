import { useNavigate, useRouter } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";

interface Props {
  /** Search parameters that open the panel. */
  open: Readonly<Record<string, string>>;
  className: string;
  children: ReactNode;
}

/**
 * A link that opens a panel over the present page by adding to its address. It can be opened in another tab, and it does
 * not subscribe to the router, so a hundred of them cost nothing.
 */
export function PanelLink({ open, className, children }: Props) {
  const router = useRouter();
  const navigate = useNavigate();
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void navigate({ to: ".", search: (before) => ({ ...before, ...open }), resetScroll: false });
  };
  const href = router.options.stringifySearch?.({ ...router.state.location.search, ...open });
  return (
    <a className={className} href={href} onClick={follow}>
      {children}
    </a>
  );
}
