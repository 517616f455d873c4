import { useMemo, useState } from 'react'
import type { Reply } from '../../../shared/api.ts'
import type { Id } from '../../../shared/id.ts'
import { kindOf, messageIn, messageText, type Message } from '../../../shared/message.ts'
import type { MessageCheck } from '../../../shared/message-checks.ts'
import type { Touch } from '../../../shared/touch.ts'
import { runCommand, useConnection } from '../../api.ts'
import { useAutosave } from '../../ui/autosave.ts'

/** A message while it is written, and the checks that were said to be fine as they are. */
export interface Composed {
  message: Message
  dismissed: MessageCheck['name'][]
}

/** What is kept of it, and where. */
interface Kept extends Composed {
  leadId: Id
  touchId: Id | null
}

const prefix = 'message:'

/**
 * The message to a lead while it is written. It is kept as it is typed: with the touch that it is for, else by this
 * window's storage, so that closing the dialog loses nothing.
 */
export function useComposed(leadId: Id, touch: Touch | null) {
  const touchId = touch?.id ?? null
  const [kept, setKept] = useState<Kept>(() => ({ leadId, touchId, ...begun(leadId, touch) }))
  const [start] = useState({ kept })
  const value = useMemo(() => ({ kept }), [kept])
  const { flush, error } = useAutosave(start, value, save, useConnection() === 'open')
  const { message, dismissed } = kept
  const put = (next: Composed) => setKept({ leadId, touchId, ...next })
  return {
    message,
    dismissed,
    /** Why the latest could not be kept; empty when it was. */
    problem: error,
    flush,
    /** Puts another message in its place. */
    replace: (other: Message) => put({ message: other, dismissed: [] }),
    change: (changes: Partial<Message>) => put({ message: { ...message, ...changes }, dismissed }),
    dismiss: (name: MessageCheck['name']) => put({ message, dismissed: [...dismissed, name] }),
    /** Lets go of what this window keeps; the message has left. */
    forget: () => localStorage.removeItem(prefix + (touchId ?? leadId)),
  }
}

export type Composing = ReturnType<typeof useComposed>

function begun(leadId: Id, touch: Touch | null): Composed {
  const here = read(touch?.id ?? leadId)
  if (touch === null) return here ?? { message: { kind: 'email', templateId: null, filledFor: null, subject: '', body: '' }, dismissed: [] }
  // What stands with the touch is the truth: it may have been written elsewhere since.
  if (here && messageText(here.message) === touch.preparation) return here
  const filledFor = touch.preparation === '' ? null : leadId
  return { message: { kind: kindOf(touch.channel), templateId: touch.templateId, filledFor, ...messageIn(touch.preparation) }, dismissed: [] }
}

async function save({ kept }: { kept?: Kept }): Promise<Reply<null>> {
  if (!kept) return { ok: true, data: null }
  const { leadId, touchId, message, dismissed } = kept
  try {
    localStorage.setItem(prefix + (touchId ?? leadId), JSON.stringify({ message, dismissed }))
  } catch {
    // The storage is full: without a touch the message lasts as long as the dialog is open.
  }
  return touchId === null ? { ok: true, data: null } : runCommand('prepareTouch', { id: touchId, preparation: messageText(message), templateId: message.templateId }, { ownErrors: true })
}

function read(key: Id): Composed | null {
  try {
    const composed = JSON.parse(localStorage.getItem(prefix + key) ?? 'null') as Composed | null
    return typeof composed?.message?.body === 'string' ? composed : null
  } catch {
    return null
  }
}
