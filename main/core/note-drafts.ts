import { toInstant } from '../../shared/dates.ts'
import type { Reader } from './database/store.ts'
import type { Transaction } from './database/transaction.ts'
import type { Commands, Queries } from './handlers.ts'

/*
 * Notes that are being written about touches, kept from the first letter on (practice P14). Once the touch is over its
 * note is gone: the touch has it then, see changeTouch.
 */

export const noteDraftQueries: Queries<'getNoteDrafts'> = {
  getNoteDrafts: (reader) => [...reader.all('noteDrafts')],
}

export const noteDraftCommands: Commands<'saveNoteDraft'> = {
  saveNoteDraft(transaction, { id, leadId, notes }, context) {
    const isKept = notes.trim() !== '' && isAwaited(transaction, id, leadId)
    if (isKept) transaction.put('noteDrafts', { id, leadId, notes, updatedAt: toInstant(context.now) })
    else if (transaction.get('noteDrafts', id)) transaction.remove('noteDrafts', id)
    return null
  },
}

/** Takes the note that was being written: it is no draft any more. Empty when there is none. */
export function takeNoteDraft(transaction: Transaction, id: string): string {
  const draft = transaction.get('noteDrafts', id)
  if (!draft) return ''
  transaction.remove('noteDrafts', id)
  return draft.notes.trim()
}

/** Whether a note is still to be told with this touch, or with one that was not planned. */
function isAwaited(reader: Reader, id: string, leadId: string): boolean {
  if (!reader.get('leads', leadId)) return false
  const touch = reader.get('touches', id)
  return id === leadId || (touch?.leadId === leadId && (touch.state === 'due' || touch.state === 'held'))
}
