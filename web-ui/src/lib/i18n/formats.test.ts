import { describe, expect, it } from 'vitest';
import { formatsFor } from './formats';

const english = formatsFor('en');
const german = formatsFor('de');
const french = formatsFor('fr');
/** Intl separates by several kinds of space; which one is not our business. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('bytes', () => {
  it.each([
    [0, '0 byte'],
    [999, '999 byte'],
    [1500, '2 kB'],
    [7_300_000, '7.3 MB'],
    [780_000_000, '780 MB'],
    [999_600_000, '1 GB'],
    [2_100_000_000, '2.1 GB'],
  ])('%d is %s', (bytes, text) => {
    expect(english.bytes(bytes)).toBe(text);
  });

  it('speaks the language', () => {
    expect(plain(german.bytes(2_100_000_000))).toBe('2,1 GB');
    expect(plain(french.bytes(780_000_000))).toBe('780 Mo');
  });

  it('puts a part and its whole into one unit', () => {
    expect(english.bytesOf(312_000_000, 726_000_000)).toEqual({ done: '312', total: '726 MB' });
    expect(english.bytesOf(312_000_000, 2_100_000_000)).toEqual({ done: '0.3', total: '2.1 GB' });
  });
});

describe('times', () => {
  it.each([
    [9, '0:09'],
    [784, '13:04'],
    [3750, '1:02:30'],
  ])('%d s stands on a picture as %s', (seconds, text) => {
    expect(english.clock(seconds)).toBe(text);
  });

  it('says lengths in words', () => {
    expect(english.length(40)).toBe('40 seconds');
    expect(english.length(784)).toBe('13 minutes');
    expect(english.length(7200)).toBe('2 hr');
    expect(english.length(3750)).toBe('1 hr 3 min');
  });

  it('rounds a wait to what one wants to know', () => {
    expect(english.wait(52)).toBe('52 sec');
    expect(english.wait(700)).toBe('12 min');
    expect(english.wait(7500)).toBe('2 hr 5 min');
  });

  it('tells how long ago', () => {
    const now = new Date('2026-03-01T12:00:00Z');
    const ago = (ms: number) => english.relative(new Date(now.getTime() - ms), now);

    expect(ago(5_000)).toBe('now');
    expect(ago(12 * 60_000)).toBe('12 minutes ago');
    expect(ago(26 * 3_600_000)).toBe('yesterday');
    expect(ago(30 * 86_400_000)).toBe('Jan 30, 2026');
  });

  it('names the day where the hour alone would be taken for today’s', () => {
    const now = new Date(2026, 2, 5, 12, 0);

    expect(plain(english.since(new Date(2026, 2, 5, 10, 42), now))).toBe('10:42 AM');
    expect(plain(english.since(new Date(2026, 2, 4, 22, 42), now))).toMatch(
      /^Wednesday.* 10:42 PM$/,
    );
    expect(plain(german.since(new Date(2026, 2, 3, 9, 5), now))).toMatch(/^Dienstag.* 0?9:05$/);
    expect(english.since(new Date(2026, 1, 12, 10, 42), now)).toBe('February 12');
    expect(english.since(new Date(2025, 10, 12, 10, 42), now)).toBe('November 12, 2025');
  });
});

it('never rounds a percentage up to what is not there yet', () => {
  expect(english.percent(99.9)).toBe('99%');
  expect(plain(german.percent(43.4))).toBe('43 %');
});

it('shows speed with a digit where it moves', () => {
  expect(english.speed(8_240_000)).toBe('8.2 MB/s');
});
