import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { RotateCw } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '@/components/Button';
import { Notice, NoticePage } from '@/components/Notice';
import { PageTitle } from '@/components/PageTitle';
import { useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import '@/styles/frame.css';

const TRY_AGAIN_MS = 4000;

/** The same within the frame, which stays. */
export function CrashInFrame() {
  const { t } = useI18n();
  return (
    <div className="wrap py-16">
      <PageTitle>{t('crash.title')}</PageTitle>
      <Notice title={t('crash.title')} text={t('crash.text')}>
        <ReloadButton />
      </Notice>
    </div>
  );
}

/** The last stop. A server that is away is waited for; a mistake of ours is owned up to. */
export function CrashPage({ error }: ErrorComponentProps) {
  return error instanceof Problem ? <Unreachable /> : <Crashed />;
}

function Unreachable() {
  const { t } = useI18n();
  const router = useRouter();

  useEffect(() => {
    const timer = setInterval(() => void router.invalidate(), TRY_AGAIN_MS);
    return () => {
      clearInterval(timer);
    };
  }, [router]);

  return (
    <NoticePage title={t('boot.title')} text={t('boot.text')}>
      <PageTitle>{t('boot.title')}</PageTitle>
      <Button
        look="pri"
        className="mt-3"
        icon={<RotateCw aria-hidden />}
        onClick={() => void router.invalidate()}
      >
        {t('action.tryNow')}
      </Button>
    </NoticePage>
  );
}

function Crashed() {
  const { t } = useI18n();
  return (
    <NoticePage title={t('crash.title')} text={t('crash.text')}>
      <PageTitle>{t('crash.title')}</PageTitle>
      <ReloadButton />
    </NoticePage>
  );
}

function ReloadButton() {
  const { t } = useI18n();
  return (
    <Button
      look="pri"
      className="mt-3"
      icon={<RotateCw aria-hidden />}
      onClick={() => {
        location.reload();
      }}
    >
      {t('action.reload')}
    </Button>
  );
}
