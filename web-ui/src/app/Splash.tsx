import { Brand } from '@/components/Mark';

/** For the rare second in which the server thinks about who is there. */
export function Splash() {
  return (
    <div className="grid min-h-dvh place-items-center text-muted" role="status" aria-busy="true">
      <Brand />
    </div>
  );
}
