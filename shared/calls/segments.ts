import { z } from 'zod'
import { idSchema } from '../id.ts'
import { segmentSchema } from '../segment.ts'
import { command, done, nothing, oneId, query } from './declare.ts'

/** Filters of leads that have a name. */
export const segmentCalls = {
  getSegments: query(nothing, z.array(segmentSchema)),
  /** Keeps a filter under a name: as a new segment, or in place of the segment `id`. */
  saveSegment: command(z.strictObject({ id: idSchema.nullable(), ...segmentSchema.omit({ id: true }).shape }), segmentSchema),
  deleteSegment: command(oneId, done),
}
