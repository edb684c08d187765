/** The title of the browser's tab. React lifts it into the head. */
export function PageTitle({ children }: { readonly children: string }) {
  return <title>{`${children} · MediaNest`}</title>;
}
