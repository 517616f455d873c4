import { z } from 'zod'

/** The media of practice P10. */
export const channelSchema = z.enum(['call', 'email', 'text', 'social', 'video', 'in-person'])
export type Channel = z.infer<typeof channelSchema>
