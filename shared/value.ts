import { z } from 'zod'

/** What a touch can bring them that is of value in itself: the rungs of the value ladder (practice P7). */
export const valueKindSchema = z.enum(['article', 'infographic', 'story', 'social-post', 'event', 'tool'])
export type ValueKind = z.infer<typeof valueKindSchema>
