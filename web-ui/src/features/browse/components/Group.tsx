import type { ReactNode } from 'react';

interface GroupProps {
  readonly name: string;
  readonly hint: string;
  readonly children: ReactNode;
}

/** Part of what a search shows, under its own name. */
export function Group({ name, hint, children }: GroupProps) {
  return (
    <section className="grp" aria-label={name}>
      <header>
        <h2>{name}</h2>
        <p>{hint}</p>
      </header>
      {children}
    </section>
  );
}
