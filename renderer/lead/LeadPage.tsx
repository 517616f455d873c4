/** The page of one lead. */
export function LeadPage({ id }: { id: string }) {
  return id
}
