import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/Button';
import { PageTitle } from '@/components/PageTitle';
import { useI18n } from '@/lib/i18n';
import { Steps } from '../components/Steps';
import { useLaterSteps } from '../later';
import { LATER, type LaterStep } from '../laterSteps';
import './setup.css';

interface ContinuePageProps {
  readonly step: LaterStep;
  readonly name: string;
  /** Whether what this step is about is connected: then one goes on rather than leaves it for later. */
  readonly settled: boolean;
  readonly onStep: (step: LaterStep) => void;
  readonly onFinish: () => void;
  readonly children: ReactNode;
}

/** Set-up after the account: one system at a time, each tested as one watches, each can wait. */
export function ContinuePage({
  step,
  name,
  settled,
  onStep,
  onFinish,
  children,
}: ContinuePageProps) {
  const { t } = useI18n();
  const later = useLaterSteps();
  const index = LATER.indexOf(step);
  const before = LATER[index - 1];
  const next = LATER[index + 1];
  return (
    <div className="set-up">
      <PageTitle>{t('setup.page')}</PageTitle>
      <Steps
        current={step === 'done' ? LATER.length + 2 : index + 2}
        foot={t('setup.later.foot')}
        steps={[
          { title: t('setup.step.code'), hint: t('setup.step.code.done') },
          { title: t('setup.step.account'), hint: t('setup.step.account.done', { name }) },
          ...later,
        ]}
      />
      <main className="main">
        <h1 className="h-page" tabIndex={-1}>
          {t(`setup.${step}.title`)}
        </h1>
        <p className="lead">{t(`setup.${step}.lead`)}</p>
        <div className="mt-8">{children}</div>
        <footer className="onward">
          {before !== undefined && (
            <Button
              look="quiet"
              size="lg"
              icon={<ChevronLeft aria-hidden />}
              onClick={() => {
                onStep(before);
              }}
            >
              {t('setup.back')}
            </Button>
          )}
          <span className="flex-1" />
          {next === undefined ? (
            <Button look="pri" size="lg" onClick={onFinish}>
              {t('setup.finish')}
            </Button>
          ) : (
            <Button
              look={settled ? 'pri' : 'quiet'}
              size="lg"
              onClick={() => {
                onStep(next);
              }}
            >
              {t(settled ? 'setup.next' : 'setup.skip')}
            </Button>
          )}
        </footer>
      </main>
    </div>
  );
}
