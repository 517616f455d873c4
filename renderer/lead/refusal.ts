import type { Reply } from '../../shared/api.ts'
import type { Refused } from './Fact.tsx'

/** Why a command was refused, for the field that asked for it; null when it was done. */
export async function refusal(reply: Promise<Reply<unknown>>): Promise<Refused> {
  const answered = await reply
  return answered.ok ? null : answered.error.message
}
