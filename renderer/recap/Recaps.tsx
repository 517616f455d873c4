/** The recaps, latest first. */
export function Recaps() {
  return null
}
