import { Brand } from '@/components/Mark';
import { useI18n } from '@/lib/i18n';

interface SetupStepsProps {
  readonly codeEntered: boolean;
  /** The name, once it can be one. */
  readonly name: string | undefined;
  readonly done: boolean;
}

/** The film frames of set-up, standing up: they turn green as the form fills. */
export function SetupSteps({ codeEntered, name, done }: SetupStepsProps) {
  const { t } = useI18n();
  const current = done ? 3 : codeEntered ? 2 : 1;
  const steps = [
    {
      title: t('setup.step.code'),
      hint: t(codeEntered ? 'setup.step.code.done' : 'setup.step.code.hint'),
    },
    {
      title: t('setup.step.account'),
      hint:
        name === undefined ? t('setup.step.account.hint') : t('setup.step.account.done', { name }),
    },
    { title: t('setup.step.done'), hint: t('setup.step.done.hint') },
  ];

  return (
    <aside className="side">
      <Brand />
      <ol className="steps" aria-label={t('setup.steps', { step: current })}>
        {steps.map((step, index) => (
          <li
            key={step.title}
            className={index + 1 < current || done ? 'done' : ''}
            aria-current={index + 1 === current && !done ? 'step' : undefined}
          >
            <b>{step.title}</b>
            <p>{step.hint}</p>
          </li>
        ))}
      </ol>
      <p className="hint foot">{t('setup.foot')}</p>
    </aside>
  );
}
