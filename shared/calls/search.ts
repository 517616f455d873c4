import { z } from 'zod'
import { searchResultSchema } from '../search.ts'
import { action } from './declare.ts'

/** The search over everything. */
export const searchCalls = {
  /**
   * People, companies, leads and notes by what is typed, accents and a letter forgiven; at most `limit` of each. An
   * action, since it reads an index beside the tables; an empty text readies that index.
   */
  search: action(z.strictObject({ text: z.string().max(500), limit: z.number().int().min(1).max(50) }), searchResultSchema),
}
