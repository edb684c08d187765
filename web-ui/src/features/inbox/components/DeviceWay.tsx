import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BellOff, BellRing } from 'lucide-react';
import { useId } from 'react';
import { Button } from '@/components/Button';
import { FormProblem } from '@/components/Field';
import type { NewsPreferences } from '@/lib/api/auth';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { preferencesQuery, savePreferencesMutation, written } from '../api/preferences';
import { deviceQuery, turnOff, turnOn } from '../device';

interface DeviceWayProps {
  readonly chosen: NewsPreferences;
  readonly self: string;
}

/** Whether news appears on this device while MediaNest is closed. The browser is asked on the press, and never before. */
export function DeviceWay({ chosen, self }: DeviceWayProps) {
  const { t, language } = useI18n();
  const heading = useId();
  const queryClient = useQueryClient();
  const query = deviceQuery(self);
  const looked = useQuery(query);
  // A browser that lets nobody near its workers cannot.
  const device = looked.isError ? 'CANNOT' : looked.data;
  const save = useMutation({
    ...savePreferencesMutation,
    onSuccess: (saved) => {
      queryClient.setQueryData(preferencesQuery.queryKey, saved);
    },
  });
  const isOn = device === 'ON' && chosen.push;
  const change = useMutation({
    mutationFn: async () => {
      const next = await (isOn ? turnOff() : turnOn(self));
      const { mail, address, push } = chosen;
      const inWords = written(language);
      if (next === 'ON' && !(push && chosen.language === inWords))
        await save.mutateAsync({ mail, address, push: true, language: inWords });
      return next;
    },
    onSuccess: (next) => {
      queryClient.setQueryData(query.queryKey, next);
    },
  });
  const canChange = isOn || device === 'ON' || device === 'OFF';

  return (
    <section className="ways" aria-labelledby={heading}>
      <h3 className="h-card" id={heading}>
        {t('ways.device')}
      </h3>
      <FormProblem>
        {change.error === null
          ? undefined
          : change.error instanceof Problem
            ? sentenceFor(change.error, t)
            : t('ways.device.failed')}
      </FormProblem>
      {device === undefined ? (
        <span className="skel h-11" aria-busy="true" />
      ) : (
        <p className="text-muted" role="status">
          {t(`ways.device.${isOn ? 'ON' : device === 'ON' ? 'OFF' : device}`)}
        </p>
      )}
      {canChange && (
        <div className="flex max-desk:*:flex-1">
          <Button
            look="line"
            busy={change.isPending}
            icon={isOn ? <BellOff aria-hidden /> : <BellRing aria-hidden />}
            onClick={() => {
              change.mutate();
            }}
          >
            {t(isOn ? 'ways.device.turnOff' : 'ways.device.turnOn')}
          </Button>
        </div>
      )}
    </section>
  );
}
