/** Writes one recap. */
export function RecapComposer({ id }: { id: string }) {
  return id
}
