import { useMutation } from '@tanstack/react-query';
import { Webhook as Hook } from 'lucide-react';
import { Button } from '@/components/Button';
import type { SystemKind } from '@/lib/api/media';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { webhookMutation } from '../api/integrations';
import { NAMES } from '../systems';

/** With it, news comes at once instead of at the next look. The secret is shown once. */
export function Webhook({ kind }: { readonly kind: SystemKind }) {
  const { t } = useI18n();
  const webhook = useMutation(webhookMutation);
  return (
    <div className="grid max-w-[620px] gap-2.5">
      <p className="hint">{t('systems.webhook.text', { name: NAMES[kind] })}</p>
      {webhook.isError && (
        <p className="complaint" role="alert">
          {sentenceFor(Problem.from(webhook.error), t)}
        </p>
      )}
      {webhook.data === undefined ? (
        <div>
          <Button
            look="line"
            size="sm"
            icon={<Hook aria-hidden />}
            busy={webhook.isPending}
            onClick={() => {
              webhook.mutate(kind);
            }}
          >
            {t('systems.webhook.make')}
          </Button>
        </div>
      ) : (
        <dl className="tested" role="status">
          {[
            [t('systems.webhook.url'), new URL(webhook.data.webhookUrl, location.origin).href],
            [t('systems.webhook.header'), webhook.data.secret],
          ].map(([name, value]) => (
            <div key={name} className="px-4 py-2.5">
              <dt className="text-13 text-muted">{name}</dt>
              <dd className="select-all break-all">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
