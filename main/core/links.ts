import { linkTarget } from '../../shared/contact.ts'
import { Refusal } from '../../shared/errors.ts'
import { words } from '../../shared/strings/words.ts'

/** Refuses addresses that nobody should be led to, unless they were there already, as after an import. */
export function requireLinks(links: readonly string[], known: readonly string[]): void {
  if (links.some((link) => !known.includes(link) && linkTarget(link) === null)) {
    throw new Refusal('invalid-input', words.errors.noLink, 'links')
  }
}
