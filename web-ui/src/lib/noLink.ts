/** Stands in for what `route.Link` would draw: see vite.config.ts. */
export function Link(): never {
  throw new Error('Import Link from @tanstack/react-router instead of taking it from a route.');
}
