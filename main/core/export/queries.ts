import { words } from '../../../shared/strings/words.ts'
import type { Reader } from '../database/store.ts'
import type { Context, Queries } from '../handlers.ts'
import { leadsCsv, peopleCsv } from './csv.ts'
import { databaseJson } from './database.ts'
import { peopleVcard } from './vcard.ts'

const kinds: Record<'people-csv' | 'leads-csv' | 'vcard' | 'database', { type: string; write: (reader: Reader, context: Context) => string }> = {
  'people-csv': { type: 'text/csv', write: peopleCsv },
  'leads-csv': { type: 'text/csv', write: leadsCsv },
  vcard: { type: 'text/vcard', write: peopleVcard },
  database: { type: 'application/json', write: databaseJson },
}

export const exportQueries: Queries<'exportFile'> = {
  exportFile(reader, { what }, context) {
    const { type, write } = kinds[what]
    return { name: words.export.files[what](context.today), type, text: write(reader, context) }
  },
}
