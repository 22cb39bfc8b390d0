import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

interface Props {
  icon?: IconName;
  title: ReactNode;
  children?: ReactNode;
  /** What the reader can do. */
  action?: ReactNode;
  role?: "status" | "alert";
}

/** Says why a block has nothing to show, and what to do. */
export function Notice({ icon = "s-khong", title, children, action, role }: Props) {
  return (
    <div className="notice" role={role}>
      <Icon name={icon} size={18} />
      <div>
        <p className="notice-t">{title}</p>
        {children ? <p className="notice-d">{children}</p> : null}
        {action ? <p className="notice-a">{action}</p> : null}
      </div>
    </div>
  );
}
