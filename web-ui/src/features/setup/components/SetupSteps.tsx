import { useI18n } from '@/lib/i18n';
import { useLaterSteps } from '../later';
import { Steps } from './Steps';

interface SetupStepsProps {
  readonly codeEntered: boolean;
  /** The name, once it can be one. */
  readonly name: string | undefined;
  readonly done: boolean;
}

/** The first two steps fill while the form fills; the others come after it. */
export function SetupSteps({ codeEntered, name, done }: SetupStepsProps) {
  const { t } = useI18n();
  const later = useLaterSteps();
  return (
    <Steps
      current={done ? 2 : codeEntered ? 1 : 0}
      foot={t('setup.foot')}
      steps={[
        {
          title: t('setup.step.code'),
          hint: t(codeEntered ? 'setup.step.code.done' : 'setup.step.code.hint'),
        },
        {
          title: t('setup.step.account'),
          hint:
            name === undefined
              ? t('setup.step.account.hint')
              : t('setup.step.account.done', { name }),
        },
        ...later,
      ]}
    />
  );
}
