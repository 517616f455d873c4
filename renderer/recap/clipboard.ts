import type { RecapText } from '../../shared/recap-text.ts'

/**
 * Puts a recap on the clipboard as rich text and plain text at once, so that any program finds the one it wants.
 * @returns false when the system refused, as it does while the window has no focus
 */
export async function copyRecap({ html, text }: Pick<RecapText, 'html' | 'text'>): Promise<boolean> {
  const item = new ClipboardItem({
    'text/html': new Blob([html], { type: 'text/html' }),
    'text/plain': new Blob([text], { type: 'text/plain' }),
  })
  return navigator.clipboard.write([item]).then(
    () => true,
    () => false,
  )
}
