/** The person's choices. */
export function Settings() {
  return null
}
