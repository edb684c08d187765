import { Search } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Sheet, SheetTitle } from '@/components/Sheet';
import { useI18n } from '@/lib/i18n';
import { COMMAND } from '@/lib/keys';
import { matching, type Command, type CommandGroup } from '../commands';
import { Highlighted } from './Highlighted';
import './palette.css';

interface PaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Everything there is for what is written; the palette chooses and orders. */
  readonly groupsFor: (query: string) => readonly CommandGroup[];
  /** What is written, for those who have to ask a server what there is. */
  readonly onQuery?: (query: string) => void;
  /** Something about all of it, such as that a part of it could not be asked. */
  readonly note?: ReactNode;
}

/** Search and commands in one field, for hands that stay on the keyboard. */
export function Palette({ open, ...body }: PaletteProps) {
  return (
    <Sheet open={open} onClose={body.onClose} className="palette" scrimClassName="high">
      <PaletteBody {...body} />
    </Sheet>
  );
}

function PaletteBody({ groupsFor, onQuery, note, onClose }: Omit<PaletteProps, 'open'>) {
  const { t } = useI18n();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const groups = matching(groupsFor(query), query);
  const commands = groups.flatMap((group) => group.commands);
  const active = commands[Math.min(chosen, commands.length - 1)];
  const optionId = (command: Command) => `${id}-${command.id}`;

  const run = (command: Command) => {
    onClose();
    command.run();
  };

  const choose = (index: number) => {
    const next = (index + commands.length) % commands.length;
    const command = commands[next];
    if (command === undefined) return;
    setChosen(next);
    document.getElementById(optionId(command))?.scrollIntoView({ block: 'nearest' });
  };

  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => {
      choose(chosen + 1);
    },
    ArrowUp: () => {
      choose(chosen - 1);
    },
    Enter: () => {
      if (active !== undefined) run(active);
    },
  };
  const press = (event: KeyboardEvent) => {
    const key = keys[event.key];
    if (key === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && active?.atOnce !== undefined) {
      onClose();
      active.atOnce();
    } else key();
  };

  return (
    <>
      <SheetTitle className="vh">{t('search.title')}</SheetTitle>
      <div className="in">
        <Search aria-hidden />
        <input
          type="text"
          role="combobox"
          aria-label={t('search.title')}
          aria-expanded={commands.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active && optionId(active)}
          placeholder={t('search.placeholder')}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            onQuery?.(event.target.value);
            setChosen(0);
            list.current?.scrollTo({ top: 0 });
          }}
          onKeyDown={press}
        />
        <span className="kbd max-desk:hidden" aria-hidden="true">
          esc
        </span>
      </div>
      <p className="vh" role="status">
        {query !== '' && t('search.count', { count: commands.length })}
      </p>
      <div
        ref={list}
        className="results"
        id={`${id}-list`}
        role="listbox"
        aria-label={t('search.results')}
      >
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <div className="heading" aria-hidden="true">
              {group.title}
            </div>
            {group.commands.map((command) => (
              // The field keeps the focus and handles the keys; an option only takes the pointer.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={command.id}
                id={optionId(command)}
                role="option"
                aria-selected={command === active}
                className="option"
                onMouseMove={() => {
                  setChosen(commands.indexOf(command));
                }}
                onClick={() => {
                  run(command);
                }}
              >
                <span className="icon">{command.icon}</span>
                <span className="min-w-0">
                  <b className="clip block" title={command.title}>
                    <Highlighted text={command.title} query={query} />
                  </b>
                  {command.hint !== undefined && (
                    <span className="hint clip block" title={command.hint}>
                      {command.hint}
                    </span>
                  )}
                </span>
                <span className="flex items-center gap-3.5">
                  {command.trailing}
                  <span className="kbd go" aria-hidden="true">
                    ↵
                  </span>
                </span>
              </div>
            ))}
          </div>
        ))}
      </div>
      {note}
      {commands.length === 0 && (
        <div className="grid gap-1 px-6 pt-1 pb-8">
          <p className="h-card">{t('search.none.title')}</p>
          <p className="text-muted">{t('search.none.text')}</p>
        </div>
      )}
      <div className="foot" aria-hidden="true">
        <span>
          <span className="kbd">↑</span>
          <span className="kbd">↓</span>
          {t('search.choose')}
        </span>
        <span>
          <span className="kbd">↵</span>
          {t('search.open')}
        </span>
        {commands.some(({ atOnce }) => atOnce !== undefined) && (
          <span>
            <span className="kbd">{COMMAND}</span>
            <span className="kbd">↵</span>
            {t('search.requestNow')}
          </span>
        )}
      </div>
    </>
  );
}
