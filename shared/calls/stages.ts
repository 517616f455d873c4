import { z } from 'zod'
import { idSchema } from '../id.ts'
import { stageFactsSchema, stageSchema } from '../stage.ts'
import { command, done } from './declare.ts'

/** The stages, which are the columns of the board. */
export const stageCalls = {
  /** Adds a stage behind another, or first. */
  addStage: command(z.strictObject({ facts: stageFactsSchema, after: idSchema.nullable() }), stageSchema),
  editStage: command(z.strictObject({ id: idSchema, changes: stageFactsSchema.partial() }), stageSchema),
  /** Puts a stage before another one, or last. */
  moveStage: command(z.strictObject({ id: idSchema, before: idSchema.nullable() }), stageSchema),
  /** Removes a stage; its leads go to the end of `target`, without which only an empty stage goes. */
  deleteStage: command(z.strictObject({ id: idSchema, target: idSchema.nullable() }), done),
}
