import { z } from 'zod'
import { idSchema } from '../id.ts'
import { touchSchema } from '../touch.ts'
import { valueFiguresSchema } from '../value-figures.ts'
import { valueReasonSchema } from '../value-ladder.ts'
import { mostPasted, pastedValueSchema } from '../value-paste.ts'
import { valueFactsSchema, valueItemSchema, valueKindSchema } from '../value.ts'
import { command, done, nothing, oneId, query } from './declare.ts'

/** An item of the library with what became of giving it; `used` when any touch names it, so that it cannot be deleted. */
export const libraryItemSchema = z.strictObject({ ...valueItemSchema.shape, ...valueFiguresSchema.shape, used: z.boolean() })
export type LibraryItem = z.infer<typeof libraryItemSchema>

/** An item as it was found in a pasted text. */
export const pastedItemSchema = z.strictObject({
  ...pastedValueSchema.shape,
  /** The item of the library that has this address already. */
  known: valueItemSchema.pick({ title: true, archivedAt: true }).nullable(),
  /** Its address came before in the same text. */
  isTwice: z.boolean(),
})
export type PastedItem = z.infer<typeof pastedItemSchema>

const offeredItem = { ...valueItemSchema.pick({ kind: true, title: true, url: true, bestBefore: true }).shape, isPast: z.boolean() }

/** What to bring a person next, and what they were given (practice P7). */
export const valueLadderSchema = z.strictObject({
  /** What they were never given, the best first. */
  suggestions: z.array(z.strictObject({ id: idSchema, ...offeredItem, reasons: z.array(valueReasonSchema) })),
  /** Given over any lead with them, the latest first, and what other touches are about to give. */
  given: z.array(
    z.strictObject({
      id: idSchema,
      ...offeredItem,
      touchId: idSchema,
      leadId: idSchema,
      ...touchSchema.pick({ channel: true, purpose: true, due: true, completedAt: true }).shape,
    }),
  ),
})
export type ValueLadder = z.infer<typeof valueLadderSchema>

/** The value library, and what of it to bring to whom. */
export const valueItemCalls = {
  /** The library, archived items included, by title. */
  getValueItems: query(nothing, z.array(libraryItemSchema)),
  /** Adds an item, or changes the one with `id`. */
  saveValueItem: command(z.strictObject({ id: idSchema.nullable(), facts: valueFactsSchema }), valueItemSchema),
  /** Keeps an item out of sight; it is no longer suggested. */
  archiveValueItem: command(oneId, valueItemSchema),
  restoreValueItem: command(oneId, valueItemSchema),
  /** Removes an item that no touch names; any other is refused, since it belongs to what people got. */
  deleteValueItem: command(oneId, done),
  /** The items in a pasted text, {@link mostPasted} at most; `left` is how many more there were. */
  readValuePaste: query(z.strictObject({ text: z.string().max(500_000) }), z.strictObject({ items: z.array(pastedItemSchema), left: z.number().int() })),
  addValueItems: command(z.strictObject({ items: z.array(valueFactsSchema).min(1).max(mostPasted) }), z.strictObject({ added: z.number().int() })),
  /**
   * What to bring with a touch of a lead; `touchId` is null for one that is still to be planned. Without `kind` what the
   * touch's step of a cadence asks for counts.
   */
  suggestValue: query(z.strictObject({ leadId: idSchema, touchId: idSchema.nullable(), kind: valueKindSchema.nullable().default(null) }), valueLadderSchema),
}
