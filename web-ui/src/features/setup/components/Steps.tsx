import { Brand } from '@/components/Mark';
import { useI18n } from '@/lib/i18n';

export interface Step {
  readonly title: string;
  readonly hint: string;
}

interface StepsProps {
  readonly steps: readonly Step[];
  /** The first that is not done; one past the last when all are. */
  readonly current: number;
  readonly foot: string;
}

/** The film frames of set-up, standing up: they turn green as one goes on. */
export function Steps({ steps, current, foot }: StepsProps) {
  const { t } = useI18n();
  return (
    <aside className="side">
      <Brand />
      <ol
        className="steps"
        aria-label={t('setup.steps', {
          step: Math.min(current + 1, steps.length),
          count: steps.length,
        })}
      >
        {steps.map((step, index) => (
          <li
            key={step.title}
            className={index < current ? 'done' : ''}
            aria-current={index === current ? 'step' : undefined}
          >
            <b>{step.title}</b>
            <p>{step.hint}</p>
          </li>
        ))}
      </ol>
      <p className="hint foot">{foot}</p>
    </aside>
  );
}
