import { CircleAlert, Download as Arrow } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Picture } from '@/components/Picture';
import type { Download, Probe } from '@/lib/api/downloads';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { Problem } from '@/lib/problem';
import { preferredQuality, rememberQuality } from '../quality';
import { useSubmission } from '../useSubmission';
import { QualityChoice } from './QualityChoice';

interface PreviewProps {
  readonly probe: Probe;
  readonly onSubmitted: (download: Download) => void;
}

/** What is behind the link, and what it will cost in room, before the one button. */
export function Preview({ probe, onSubmitted }: PreviewProps) {
  const { t } = useI18n();
  const format = useFormat();
  const [quality, setQuality] = useState(() => preferredQuality(probe.qualities));
  const submission = useSubmission(onSubmitted);
  const chosen = probe.qualities.find((option) => option.quality === quality);

  return (
    <div className="preview">
      <Picture src={probe.thumbnailUrl} sound={quality === 'AUDIO'} className="rounded-xl">
        {probe.durationSeconds !== null && (
          <span className="len">{format.clock(probe.durationSeconds)}</span>
        )}
      </Picture>
      <form
        className="min-w-0"
        onSubmit={(event) => {
          event.preventDefault();
          if (quality !== undefined)
            submission.submit({ url: probe.url, quality, probeId: probe.id });
        }}
      >
        <h2 className="name">{probe.title}</h2>
        <p className="dot-sep mt-1.5 text-muted">
          {probe.uploader !== null && <span>{probe.uploader}</span>}
          {probe.durationSeconds !== null && <span>{format.length(probe.durationSeconds)}</span>}
        </p>
        <QualityChoice
          options={probe.qualities}
          chosen={quality}
          onChoose={(next) => {
            setQuality(next);
            rememberQuality(next);
            submission.reset();
          }}
        />
        <div className="act">
          <div role="alert" className="min-w-0 flex-1">
            {submission.error !== null && (
              <p className="complaint">
                <CircleAlert aria-hidden />
                {sentenceFor(Problem.from(submission.error), t)}
              </p>
            )}
          </div>
          <Button
            type="submit"
            look="pri"
            size="lg"
            busy={submission.isPending}
            icon={<Arrow aria-hidden />}
            className="max-desk:w-full"
          >
            {t(submission.isPending ? 'downloads.submitting' : 'downloads.submit')}{' '}
            {typeof chosen?.bytes === 'number' && (
              <span className="sub">{format.bytes(chosen.bytes)}</span>
            )}
          </Button>
        </div>
      </form>
    </div>
  );
}

/** The shape of what comes, so that nothing jumps when it is there. */
export function PreviewSkeleton() {
  return (
    <div className="preview" aria-hidden="true">
      <span className="skel aspect-video rounded-xl" />
      <div className="min-w-0">
        <span className="skel h-7 w-4/5" />
        <span className="skel mt-2.5 h-4 w-2/5" />
        <div className="qualities">
          {[1, 2, 3, 4].map((box) => (
            <span key={box} className="skel h-[62px] rounded-[11px]" />
          ))}
        </div>
        <div className="act justify-end">
          <span className="skel h-[50px] w-48 max-desk:w-full" />
        </div>
      </div>
    </div>
  );
}
