import { z } from 'zod'
import { channelSchema } from '../channel.ts'
import { permissionSchema } from '../contact.ts'
import { dueSchema } from '../dates.ts'
import { idSchema } from '../id.ts'
import { leadSchema } from '../lead.ts'
import { moneySchema } from '../money.ts'
import { stageSchema } from '../stage.ts'
import { query } from './declare.ts'

/** A lead as it stands on the board: the lead, who it is with, and its next touch. */
export const boardCardSchema = z.strictObject({
  ...leadSchema.shape,
  name: z.string(),
  company: z.string(),
  tags: z.array(z.string()),
  /** How often they said no so far (practice P5). */
  noes: z.number().int(),
  /** Whether they agreed to be followed up (practice P9). */
  permission: permissionSchema.shape.status,
  doNotContact: z.boolean(),
  next: z.strictObject({ touchId: idSchema, channel: channelSchema, purpose: z.string(), due: dueSchema }).nullable(),
})
export type BoardCard = z.infer<typeof boardCardSchema>

export const boardSchema = z.strictObject({
  stages: z.array(
    z.strictObject({ ...stageSchema.shape, count: z.number().int(), sums: z.array(moneySchema) }),
  ),
  /** Sorted by rank within each stage. */
  cards: z.array(boardCardSchema),
  /** False when `cards` holds only the first ones of each stage. */
  complete: z.boolean(),
})
export type Board = z.infer<typeof boardSchema>

/** The board as it is drawn; what moves a lead on it is among the calls of leads. */
export const boardCalls = {
  /** `limit` asks for only the first cards of each stage, for a fast first picture. */
  getBoard: query(z.strictObject({ limit: z.number().int().min(1).nullable() }), boardSchema),
  /** The cards of these leads as they are now; a lead that is gone is left out. */
  getCards: query(z.strictObject({ leadIds: z.array(idSchema).max(1000) }), z.array(boardCardSchema)),
}
