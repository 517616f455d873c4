import { useMemo, useState } from 'react'
import type { CallOutput, Reply } from '../../shared/api.ts'
import { toInstant } from '../../shared/dates.ts'
import type { Id } from '../../shared/id.ts'
import { bridge, queryClient, useCall, useConnection } from '../api.ts'
import { useAutosave } from '../ui/autosave.ts'

type Drafts = CallOutput<'getNoteDrafts'>

/** The notes that are being written, by their touch, or by their lead for one that was not planned; undefined until they are known. */
export function useNoteDrafts(): ReadonlyMap<Id, string> | undefined {
  const { data, isPending } = useCall('getNoteDrafts', {})
  return useMemo(() => (isPending ? undefined : new Map(data?.map(({ id, notes }) => [id, notes]))), [data, isPending])
}

/** A note while it is written. */
export interface WrittenNote {
  notes: string
  write: (notes: string) => void
  /** Why it could not be kept; empty when it is. */
  error: string
  /** Keeps it at once, so that nothing is on its way any more; afterwards a command may take it. */
  settle: () => Promise<boolean>
}

/**
 * A note about a touch, kept at each letter, so that it is there again whatever ends the form or the app (practice P14).
 * @param id the touch's, or the lead's for a touch that was not planned
 * @param begun what was written before
 */
export function useWrittenNote(id: Id, leadId: Id, begun: string): WrittenNote {
  const [notes, write] = useState(begun)
  const [start] = useState({ notes: begun })
  const [save] = useState(() => async (changes: { notes?: string }): Promise<Reply<null>> => {
    const draft = { id, leadId, notes: changes.notes ?? '' }
    const reply = await bridge.call('saveNoteDraft', draft)
    if (reply.ok) remember(draft)
    return reply
  })
  const value = useMemo(() => ({ notes }), [notes])
  const { error, flush } = useAutosave(start, value, save, useConnection() === 'open')
  return { notes, write, error, settle: flush }
}

/** What is known of the notes in this window, right away: who opens the form again finds what was just written. */
function remember({ id, leadId, notes }: Omit<Drafts[number], 'updatedAt'>): void {
  queryClient.setQueryData<Drafts>(['getNoteDrafts', {}], (drafts = []) => {
    const others = drafts.filter((draft) => draft.id !== id)
    return notes.trim() === '' ? others : [...others, { id, leadId, notes, updatedAt: toInstant(Date.now()) }]
  })
}
