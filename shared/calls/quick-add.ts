import { z } from 'zod'
import { quickAddReadingSchema, samePersonSchema } from '../quick-add.ts'
import { query } from './declare.ts'

/** What quick add understands of a line, before anything is saved; `addLead` saves it. */
export const quickAddCalls = {
  /**
   * What a line in plain words says of a lead, to be shown before anything is saved. `region` is the reader's country
   * (ISO 3166), by whose habit dates and telephone numbers are read; null when it is not known.
   */
  readQuickAdd: query(z.strictObject({ text: z.string().max(10_000), region: z.string().max(3).nullable() }), quickAddReadingSchema),
  /** The people who are there already and have one of these e-mail addresses or telephone numbers, or the name. */
  findSamePeople: query(
    z.strictObject({ name: z.string().max(10_000), emails: z.array(z.string().max(10_000)).max(50), phones: z.array(z.string().max(10_000)).max(50) }),
    z.array(samePersonSchema),
  ),
}
