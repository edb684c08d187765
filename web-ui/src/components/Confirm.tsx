import * as Dialog from '@radix-ui/react-dialog';
import { useRef } from 'react';
import { Button } from './Button';
import { Sheet } from './Sheet';

interface ConfirmProps {
  readonly open: boolean;
  readonly title: string;
  readonly text: string;
  readonly keep: string;
  readonly act: string;
  readonly onClose: () => void;
  readonly onAct: () => void;
}

/** Asks before something is gone for good. The harmless answer has the focus. */
export function Confirm({ open, title, text, keep, act, onClose, onAct }: ConfirmProps) {
  const acted = useRef(false);
  const leave = () => {
    acted.current = false;
    onClose();
  };
  return (
    <Sheet open={open} described isOpenerGone={() => acted.current} onClose={leave}>
      <div className="grid gap-2 p-6">
        <Dialog.Title className="h-sec">{title}</Dialog.Title>
        <Dialog.Description className="text-muted text-pretty break-words">
          {text}
        </Dialog.Description>
        <div className="mt-4 flex flex-wrap justify-end gap-2.5 max-desk:*:flex-1">
          <Button onClick={leave}>{keep}</Button>
          <Button
            look="bad"
            onClick={() => {
              acted.current = true;
              onAct();
            }}
          >
            {act}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
