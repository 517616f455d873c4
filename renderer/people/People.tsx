/** Everybody, and the import of more; `importing` opens the import at once. */
export function People({ importing = false }: { importing?: boolean }) {
  return String(importing)
}
