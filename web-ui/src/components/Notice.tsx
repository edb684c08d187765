import type { ReactNode } from 'react';
import { Brand } from './Mark';

interface NoticeProps {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

/** A whole page that has only one thing to say, outside the frame. */
export function NoticePage({ title, text, children }: NoticeProps) {
  return (
    <main className="grid min-h-dvh grid-rows-[auto_1fr] p-(--gutter)">
      <Brand />
      <div className="m-auto max-w-[34rem] py-12">
        <Notice title={title} text={text}>
          {children}
        </Notice>
      </div>
    </main>
  );
}

export function Notice({ title, text, children }: NoticeProps) {
  return (
    <div className="grid justify-items-start gap-3">
      <div className="strip mb-2" aria-hidden="true">
        <i />
        <i />
        <i className="gone" />
        <i />
        <i />
      </div>
      <h1 className="h-page">{title}</h1>
      <p className="lead">{text}</p>
      {children}
    </div>
  );
}
