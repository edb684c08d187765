import * as RadixToast from '@radix-ui/react-toast';
import { Check, TriangleAlert, X } from 'lucide-react';
import { useI18n } from '@/lib/i18n';
import { dismissToast, useToasts } from './toasts';

export function Toaster() {
  const { t } = useI18n();
  const toasts = useToasts();

  return (
    <RadixToast.Provider label={t('app.messages')} duration={7000} swipeDirection="right">
      {toasts.map((toast) => (
        <RadixToast.Root
          key={toast.id}
          className="toast"
          type={toast.tone === 'bad' ? 'foreground' : 'background'}
          onOpenChange={(open) => {
            if (!open) dismissToast(toast.id);
          }}
        >
          {toast.tone === 'ok' ? (
            <Check aria-hidden className="text-ok" />
          ) : (
            <TriangleAlert aria-hidden className="text-bad" />
          )}
          <div className="min-w-0 flex-1">
            <RadixToast.Title className="font-semibold break-words">{toast.title}</RadixToast.Title>
            {toast.text !== undefined && (
              <RadixToast.Description className="text-muted text-pretty">
                {toast.text}
              </RadixToast.Description>
            )}
          </div>
          {toast.action && (
            <RadixToast.Action
              className="btn sm"
              altText={toast.action.label}
              onClick={toast.action.run}
            >
              {toast.action.label}
            </RadixToast.Action>
          )}
          <RadixToast.Close className="btn quiet ic sm" aria-label={t('action.close')}>
            <X aria-hidden />
          </RadixToast.Close>
        </RadixToast.Root>
      ))}
      <RadixToast.Viewport className="toasts" label={t('app.messages')} />
    </RadixToast.Provider>
  );
}
