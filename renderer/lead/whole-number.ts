/** The whole number that somebody typed, within bounds; null for nothing, undefined for anything else. */
export function wholeNumberIn(text: string, least: number, most: number): number | null | undefined {
  const digits = text.trim()
  if (digits === '') return null
  const number = Number(digits)
  return /^\d{1,6}$/.test(digits) && least <= number && number <= most ? number : undefined
}
