import type { RecapSummary } from '../../shared/api.ts'
import { age, type Reader } from '../../shared/format.ts'
import { recapsWords } from '../../shared/strings/composer-words.ts'

/** How far a recap came, and how long ago: "edited 2 hours ago", "copied yesterday", "sent 5 minutes ago". */
export function recapWhen({ sentAt, copiedAt, updatedAt }: Pick<RecapSummary, 'sentAt' | 'copiedAt' | 'updatedAt'>, reader: Reader): string {
  if (sentAt !== null) return recapsWords.sentAt(age(sentAt, reader))
  if (copiedAt !== null) return recapsWords.copiedAt(age(copiedAt, reader))
  return recapsWords.edited(age(updatedAt, reader))
}
