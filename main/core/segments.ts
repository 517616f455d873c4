import { Refusal } from '../../shared/errors.ts'
import { byId } from '../../shared/id.ts'
import type { Segment } from '../../shared/segment.ts'
import { words } from '../../shared/strings/words.ts'
import type { Reader } from './database/store.ts'
import type { Commands, Queries } from './handlers.ts'

export const segmentQueries: Queries<'getSegments'> = {
  getSegments(reader) {
    const names = new Intl.Collator(words.locale, { sensitivity: 'base', numeric: true })
    return [...reader.all('segments')].toSorted((a, b) => names.compare(a.name, b.name) || byId(a, b))
  },
}

export const segmentCommands: Commands<'saveSegment' | 'deleteSegment'> = {
  saveSegment(transaction, { id, name, filter }, context) {
    return transaction.put('segments', { id: id === null ? context.newId() : segmentOf(transaction, id).id, name, filter })
  },

  deleteSegment(transaction, { id }) {
    transaction.remove('segments', segmentOf(transaction, id).id)
    return null
  },
}

function segmentOf(reader: Reader, id: string): Segment {
  const segment = reader.get('segments', id)
  if (!segment) throw new Refusal('not-found', words.errors.segmentGone)
  return segment
}
