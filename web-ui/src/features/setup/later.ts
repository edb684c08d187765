import { useI18n } from '@/lib/i18n';
import type { Step } from './components/Steps';
import { LATER } from './laterSteps';

/** What comes after the account, as the steps beside the page say it. */
export function useLaterSteps(): Step[] {
  const { t } = useI18n();
  return LATER.map((step) => ({
    title: t(`setup.step.${step}`),
    hint: t(`setup.step.${step}.hint`),
  }));
}
