/** What a person chose on this device. Works, without memory, where storage is switched off. */
export const storage = {
  read(key: string): string | null {
    try {
      return localStorage.getItem(`medianest.${key}`);
    } catch {
      return null;
    }
  },
  write(key: string, value: string | null): void {
    try {
      if (value === null) localStorage.removeItem(`medianest.${key}`);
      else localStorage.setItem(`medianest.${key}`, value);
    } catch {
      // Storage is full or switched off: the choice lasts until the page is closed.
    }
  },
};
