import { isRecord } from '../problem';

/** One frame of the live feed. What `data` holds depends on the type; the receiver checks it. */
export interface LiveMessage {
  readonly id: string | undefined;
  readonly type: string;
  readonly time: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A frame that cannot be read is not worth a crash: the next list from the server has it anyway. */
export function parseFrame(frame: unknown): LiveMessage | undefined {
  if (typeof frame !== 'string') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(frame);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || typeof value['type'] !== 'string') return undefined;
  return {
    id: textOf(value['id']),
    type: value['type'],
    time: textOf(value['time']),
    data: isRecord(value['data']) ? value['data'] : {},
  };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return value.toString();
  return typeof value === 'string' && value !== '' ? value : undefined;
}
