import { navigate } from 'wouter/use-hash-location'
import type { Channel } from '../../shared/channel.ts'
import type { Reader } from '../../shared/format.ts'
import type { Id } from '../../shared/id.ts'
import { regionOf } from '../../shared/locale.ts'
import { words } from '../../shared/strings/words.ts'
import { isUnanswered, type Outcome } from '../../shared/touch.ts'
import { runCommand } from '../api.ts'
import type { ToastAction } from '../ui/Toast.tsx'

/**
 * Opens the composer on the recap of a conversation, begun where there is none.
 * @param touchId the conversation; null takes the latest one that no recap is about
 */
export async function writeRecap(leadId: Id, touchId: Id | null, reader: Reader): Promise<void> {
  const reply = await runCommand('startRecap', { leadId, touchId, region: regionOf(reader.locale) }, { said: null })
  if (reply.ok) navigate(`/recap/${reply.data.id}`)
}

/** The offer to write the recap of a touch that was just told of (practice P8); null when nobody was spoken to. */
export function recapOffer(touch: { id: Id; leadId: Id; channel: Channel; outcome: Outcome | null }, reader: Reader): ToastAction | null {
  const isSpeaking = touch.channel === 'call' || touch.channel === 'video' || touch.channel === 'in-person'
  if (!isSpeaking || isUnanswered(touch.outcome)) return null
  return { label: words.lead.writeRecap, keys: 'W', run: () => void writeRecap(touch.leadId, touch.id, reader) }
}
