import type { ReactNode } from 'react';

interface EmptyProps {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

/** Nothing here yet, and what to do next. */
export function Empty({ title, text, children }: EmptyProps) {
  return (
    <div className="empty">
      <div className="strip" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
        <i />
      </div>
      <h2 className="h-sec mt-2.5">{title}</h2>
      <p className="max-w-(--measure) text-muted text-pretty">{text}</p>
      {children}
    </div>
  );
}
