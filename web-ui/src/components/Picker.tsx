import { ChevronDown } from 'lucide-react';

interface PickerProps {
  readonly label: string;
  /** What stands there when nothing is chosen. Without it one of the options always is. */
  readonly any?: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly onPick: (value: string | undefined) => void;
  readonly className?: string;
}

/** One of many in the shape of a chip. The list itself is the browser's own, so that each device brings the one that fits it. */
export function Picker({ label, any, value, options, onPick, className = '' }: PickerProps) {
  return (
    <span
      className={`chip picker ${className}`}
      data-chosen={any !== undefined && value !== undefined}
    >
      <select
        aria-label={label}
        value={value ?? ''}
        onChange={(event) => {
          onPick(event.target.value === '' ? undefined : event.target.value);
        }}
      >
        {any !== undefined && <option value="">{any}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden />
    </span>
  );
}
