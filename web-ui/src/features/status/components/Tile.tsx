import { useQuery } from '@tanstack/react-query';
import { Activity, Check, Clapperboard, Hourglass, Server, Wrench, X } from 'lucide-react';
import type { StatusDay, StatusItem, StatusState } from '@/lib/api/status';
import { dayOf } from '@/lib/days';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { historyQuery } from '../api/history';

const TONES: Readonly<Record<StatusState, string>> = {
  UP: 'ok',
  DOWN: 'bad',
  PENDING: 'warn',
  MAINTENANCE: 'info',
  UNKNOWN: '',
};
const GLYPHS = { UP: Check, DOWN: X, PENDING: Hourglass, MAINTENANCE: Wrench, UNKNOWN: Activity };
const BARS: Readonly<Record<StatusDay['state'], string>> = {
  UP: '',
  PARTLY: 'p',
  DOWN: 'x',
  MAINTENANCE: 'm',
  UNKNOWN: 'n',
};

/** One system: whether it answers, how its last ninety days were, and how fast it is. */
export function Tile({ item }: { readonly item: StatusItem }) {
  const { t } = useI18n();
  const format = useFormat();
  const Glyph = GLYPHS[item.state];
  const Icon = item.kind === 'MONITOR' ? Activity : item.kind === 'SYSTEM' ? Clapperboard : Server;
  const spans = (['day', 'week', 'month'] as const).flatMap((span) => {
    const share = item.uptime[span];
    return share === null ? [] : [{ span, share: format.share(share) }];
  });
  return (
    <article className={`panel tile ${item.state === 'DOWN' ? 'off' : ''}`} aria-label={item.name}>
      <div className="hd">
        <span className="ico" aria-hidden="true">
          <Icon />
        </span>
        <div className="min-w-0">
          <h3 className="n">{item.name}</h3>
          <p className="text-13 text-muted">
            {item.since === null
              ? t(`status.kind.${item.kind}`)
              : t('status.since', { time: format.since(new Date(item.since)) })}
            {item.message !== null && <span className="block">{item.message}</span>}
          </p>
        </div>
        <span className={`badge ${TONES[item.state]}`}>
          <Glyph aria-hidden />
          {t(`status.state.${item.state}`)}
        </span>
      </div>
      <Bars days={item.days} />
      <div className="ft">
        <p className="up num">
          {spans.length === 0
            ? t('status.noHistory')
            : spans.map(({ span, share }) => (
                <span key={span}>
                  <b>{share}</b> {t(`status.span.${span}`)}
                </span>
              ))}
        </p>
        <Spark id={item.id} />
        <span className="num">
          {item.responseMs === null
            ? item.state === 'DOWN'
              ? t('status.noAnswer')
              : ''
            : t('status.ms', { ms: item.responseMs })}
        </span>
      </div>
    </article>
  );
}

/** One bar is one day; each says its date and share on hover, all of them together in a sentence. */
function Bars({ days }: { readonly days: readonly StatusDay[] }) {
  const { t } = useI18n();
  const format = useFormat();
  const bad = days.filter(({ state }) => state === 'DOWN' || state === 'PARTLY').length;
  return (
    <div className="bars" role="img" aria-label={t('status.bars', { count: bad })}>
      {days.map(({ date, state, uptime }) => (
        <i
          key={date}
          className={BARS[state]}
          title={format.day(dayOf(date)) + (uptime === null ? '' : `, ${format.share(uptime)}`)}
        />
      ))}
    </div>
  );
}

const WIDTH = 120;
const HEIGHT = 28;

/** How fast it answered today; decoration beside the number. */
function Spark({ id }: { readonly id: string }) {
  const points = useQuery(historyQuery(id)).data?.points ?? [];
  const known = points.flatMap(({ responseMs }) => (responseMs === null ? [] : [responseMs]));
  if (known.length < 2) return <span className="spark" />;
  const most = Math.max(...known, 1);
  const line = known
    .map((ms, index) => {
      const x = (index / (known.length - 1)) * WIDTH;
      const y = HEIGHT - 2 - (ms / most) * (HEIGHT - 4);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${WIDTH.toString()} ${HEIGHT.toString()}`}
      aria-hidden="true"
    >
      <polyline points={line} />
    </svg>
  );
}
