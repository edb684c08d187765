import { loadDoor, loadHouse, rememberLanguage, type Language } from './languages';
import type { Dictionary } from './messages';

interface Speech {
  readonly language: Language;
  readonly dictionary: Dictionary;
}

let speech: Speech | undefined;
let inside = false;
const listeners = new Set<() => void>();

export function currentSpeech(): Speech {
  if (speech === undefined) throw new Error('Call speak(language) before anything is drawn.');
  return speech;
}

/** Whether a text is the name of a sentence. */
export function isSpoken(text: string): boolean {
  return Object.hasOwn(currentSpeech().dictionary, text);
}

export function onSpeechChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Speaks a language from now on, with all that is needed where the person is. */
export async function speak(language: Language): Promise<void> {
  const [door, house] = await Promise.all([
    loadDoor(language),
    inside ? loadHouse(language) : undefined,
  ]);
  speech = { language, dictionary: { ...door, ...house } };
  listeners.forEach((listener) => {
    listener();
  });
}

export async function chooseLanguage(language: Language): Promise<void> {
  await speak(language);
  rememberLanguage(language);
}

/** Brings the sentences of the house along with what is about to be drawn in it. */
export async function withHouse<T>(drawn: Promise<T>): Promise<T> {
  if (!inside) {
    inside = true;
    await speak(currentSpeech().language);
  }
  return drawn;
}
