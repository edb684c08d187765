const LONGEST = 4096;

/**
 * The address in what a person typed or pasted, with https:// where they left it out;
 * undefined where there is none. What may be downloaded is for the server to say.
 */
export function linkIn(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST) return undefined;
  const written = /https?:\/\/[^\s<>"']+/i.exec(trimmed)?.[0];
  if (written !== undefined) return parse(written);
  if (/\s/.test(trimmed) || !/^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?(\/|\?|$)/i.test(trimmed))
    return undefined;
  return parse(`https://${trimmed}`);
}

function parse(address: string): string | undefined {
  return URL.canParse(address) ? address : undefined;
}

/** "youtube.com", for sentences. */
export function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).hostname.replace(/^www\./, '') : link;
}
