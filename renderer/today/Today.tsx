/** Today's queue. */
export function Today() {
  return null
}
