const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Numbers as people of a locale write them. Everything goes through Intl; nothing is glued together by hand. */
export function formatsFor(locale: string) {
  const percents = new Intl.NumberFormat(locale, { style: 'percent' });
  const relatives = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  const dayOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
  const shortDates = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const shortDayOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const marks = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const timesOfWeek = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
  });

  const unit = (value: number, name: string, options: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      ...options,
    }).format(value);

  const day = (when: Date, now = new Date()) =>
    (when.getFullYear() === now.getFullYear() ? dayOfYear : dates).format(when);

  return {
    percent: (of100: number) => percents.format(Math.floor(of100) / 100),

    bytes: (bytes: number) => {
      const { value, power } = scaled(bytes);
      return unit(value, BYTE_UNITS[power] ?? 'byte', digits(value, power));
    },

    /** "312 of 726 MB" needs both in one unit, and the unit once. */
    bytesOf: (done: number, total: number) => {
      const { value, power } = scaled(total);
      const part = done / 1000 ** power;
      return {
        done: new Intl.NumberFormat(locale, digits(value, power)).format(part),
        total: unit(value, BYTE_UNITS[power] ?? 'byte', digits(value, power)),
      };
    },

    speed: (bytesPerSecond: number) => {
      const { value, power } = scaled(bytesPerSecond);
      return unit(
        value,
        `${BYTE_UNITS[power] ?? 'byte'}-per-second`,
        digits(value, Math.max(power, 2)),
      );
    },

    /** "0.8 s", for how long something took. */
    seconds: (seconds: number) =>
      unit(seconds, 'second', { maximumFractionDigits: 1, unitDisplay: 'narrow' }),

    /** "13:04" or "1:02:30", as on the corner of a picture. */
    clock: (seconds: number) => {
      const whole = Math.round(seconds);
      const parts = [Math.floor((whole % HOUR) / MINUTE), whole % MINUTE];
      const hours = Math.floor(whole / HOUR);
      const [minutes = 0, rest = 0] = parts;
      const two = (part: number) => part.toString().padStart(2, '0');
      return hours > 0
        ? `${hours.toString()}:${two(minutes)}:${two(rest)}`
        : `${minutes.toString()}:${two(rest)}`;
    },

    /** "13 minutes", "1 hr 2 min": a length in words. */
    length: (seconds: number) => {
      if (seconds < MINUTE) return unit(Math.round(seconds), 'second', { unitDisplay: 'long' });
      const minutes = Math.round(seconds / MINUTE);
      if (minutes < 60) return unit(minutes, 'minute', { unitDisplay: 'long' });
      return joined(unit(Math.floor(minutes / 60), 'hour'), minutes % 60, (rest) =>
        unit(rest, 'minute'),
      );
    },

    /** "45 sec", "12 min", "2 hr 5 min": a rough time to wait. */
    wait: (seconds: number) => {
      if (seconds < 90) return unit(Math.max(1, Math.round(seconds)), 'second');
      const minutes = Math.round(seconds / MINUTE);
      if (minutes < 90) return unit(minutes, 'minute');
      return joined(unit(Math.floor(minutes / 60), 'hour'), minutes % 60, (rest) =>
        unit(rest, 'minute'),
      );
    },

    relative: (when: Date, now: Date) => {
      const seconds = Math.round((when.getTime() - now.getTime()) / 1000);
      const ago = Math.abs(seconds);
      if (ago < 45) return relatives.format(0, 'second');
      if (ago < HOUR)
        return relatives.format(Math.round(seconds / MINUTE) || Math.sign(seconds), 'minute');
      if (ago < DAY) return relatives.format(Math.round(seconds / HOUR), 'hour');
      if (ago < 7 * DAY) return relatives.format(Math.round(seconds / DAY), 'day');
      return days.format(when);
    },

    /** "10:42 AM" of today, "Tuesday 10:42 AM" of this week, else the day: what is said after "since". */
    since: (when: Date, now = new Date()) => {
      if (when.toDateString() === now.toDateString()) return times.format(when);
      if (now.getTime() - when.getTime() < 6 * DAY * 1000) return timesOfWeek.format(when);
      return day(when, now);
    },

    /** "12 December", with the year where it is another one. */
    day,

    /** "12 Dec", where there is little room. */
    shortDay: (when: Date, now = new Date()) =>
      (when.getFullYear() === now.getFullYear() ? shortDayOfYear : shortDates).format(when),

    /** "20 January 1959". */
    date: (when: Date) => dates.format(when),

    /** "99.9%" of a time from 0 to 1, never rounded up to all of it. */
    share: (of1: number) => shares.format(Math.floor(of1 * 1000) / 1000),

    mark: (outOfTen: number) => marks.format(outOfTen),
    list: (items: readonly string[]) => lists.format(items),
    moment: (when: Date) => moments.format(when),
    time: (when: Date) => times.format(when),
  };
}

export type Formats = ReturnType<typeof formatsFor>;

function scaled(bytes: number): { value: number; power: number } {
  let power = 0;
  let value = Math.max(0, bytes);
  while (value >= 999.5 && power < BYTE_UNITS.length - 1) {
    value /= 1000;
    power += 1;
  }
  return { value, power };
}

/** Megabytes below ten and everything in gigabytes deserve a digit behind the point. */
function digits(value: number, power: number): Intl.NumberFormatOptions {
  return { maximumFractionDigits: power >= 3 || (power === 2 && value < 10) ? 1 : 0 };
}

function joined(first: string, rest: number, second: (rest: number) => string): string {
  return rest === 0 ? first : `${first} ${second(rest)}`;
}
