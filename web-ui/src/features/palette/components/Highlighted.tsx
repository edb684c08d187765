import { folded } from '../commands';

/** The title with what was written marked in it. */
export function Highlighted({ text, query }: { readonly text: string; readonly query: string }) {
  const word = folded(query.trim());
  // Folding may change the length of rare letters; then nothing is marked rather than the wrong place.
  const plain = folded(text);
  const at = word === '' || plain.length !== text.length ? -1 : plain.indexOf(word);
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + word.length)}</mark>
      {text.slice(at + word.length)}
    </>
  );
}
