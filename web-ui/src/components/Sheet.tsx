import * as Dialog from '@radix-ui/react-dialog';
import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { useI18n } from '@/lib/i18n';
import { IconButton } from './Button';

interface SheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly className?: string;
  readonly scrimClassName?: string;
  /** Whether what opened the sheet is about to disappear, so that it should not get the focus back. */
  readonly isOpenerGone?: () => boolean;
  /** There is a Dialog.Description inside. */
  readonly described?: boolean;
  readonly children: ReactNode;
}

/** A dialog that holds the focus and gives it back; it rises from below on a phone. Its name is the SheetTitle inside. */
export function Sheet({
  open,
  onClose,
  className = '',
  scrimClassName = '',
  isOpenerGone,
  described = false,
  children,
}: SheetProps) {
  const opener = useRef<Element | null>(null);

  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Overlay className={`scrim ${scrimClassName}`}>
          <Dialog.Content
            className={`sheet ${className}`}
            {...(described ? {} : { 'aria-describedby': undefined })}
            onOpenAutoFocus={() => {
              opener.current = document.activeElement;
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              giveBackFocus(isOpenerGone?.() === true ? null : opener.current);
            }}
          >
            {children}
          </Dialog.Content>
        </Dialog.Overlay>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** To who had it; to the page, if that is gone together with its card; to nobody, if somebody took it already. */
function giveBackFocus(opener: Element | null): void {
  const now = document.activeElement;
  if (now !== null && now !== document.body) return;
  const target =
    opener instanceof HTMLElement && opener.isConnected && opener !== document.body ? opener : null;
  (target ?? document.getElementById('main'))?.focus({ preventScroll: true });
}

export const SheetTitle = Dialog.Title;

interface SheetHeadProps {
  readonly title: string;
  /** Beside the title. */
  readonly picture?: ReactNode;
  readonly onClose: () => void;
}

/** The name of a sheet, and the way out of it. */
export function SheetHead({ title, picture, onClose }: SheetHeadProps) {
  const { t } = useI18n();
  return (
    <header className="flex items-center gap-3 px-6 pt-5 pb-3">
      {picture}
      <SheetTitle className="h-sec min-w-0 flex-1">{title}</SheetTitle>
      <IconButton label={t('action.close')} icon={<X aria-hidden />} onClick={onClose} />
    </header>
  );
}
