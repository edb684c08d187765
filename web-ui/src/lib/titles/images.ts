type Width = 'w92' | 'w154' | 'w185' | 'w342' | 'w500' | 'w780' | 'w1280';

const SIZED = /(\/images\/tmdb\/)w\d+(\/)/;

/** The same picture from our own image route, in another width where the route has widths. */
export function pictureAt(url: string, width: Width): string {
  return url.replace(SIZED, `$1${width}$2`);
}

/** For a poster that is small on a phone and larger on a desk. */
export function posterSources(url: string): string | undefined {
  if (!SIZED.test(url)) return undefined;
  return `${pictureAt(url, 'w185')} 185w, ${pictureAt(url, 'w342')} 342w, ${pictureAt(url, 'w500')} 500w`;
}
