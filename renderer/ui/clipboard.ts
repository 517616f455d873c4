/** Puts a text on the clipboard as it is; false when the system refused, as it does while the window has no focus. */
export async function copyText(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
}
