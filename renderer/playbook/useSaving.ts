import { useState } from 'react'
import { useLocation } from 'wouter'
import type { CallInput } from '../../shared/api.ts'
import { queryClient, runCommand } from '../api.ts'
import { draftOf, factsOf, isSame, type CadenceSummary } from './draft.ts'
import { useControlKey } from './useControlKey.ts'
import type { useDraft } from './useDraft.ts'

type Running = CallInput<'saveCadence'>['running']

export interface Saving {
  canSave: boolean
  isPending: boolean
  /** Leads go through the cadence, and what becomes of their plan is not answered yet. */
  isAsking: boolean
  /** Why it was refused. */
  refusal: string | null
  /** Saves, or asks first; Ctrl+S does the same. */
  start: () => void
  save: (running: Running) => Promise<void>
  /** Takes back the question, and forgets the refusal. */
  forget: () => void
}

/** Saves a draft as one command. Where leads go through the cadence and its steps differ, that is asked about before. */
export function useSaving(cadence: CadenceSummary | null, { draft, discard }: ReturnType<typeof useDraft>, isWhole: boolean): Saving {
  const [, navigate] = useLocation()
  const [isAsking, setAsking] = useState(false)
  const [isPending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const canSave = isWhole && !isPending

  const save = async (running: Running) => {
    setPending(true)
    const reply = await runCommand('saveCadence', { id: cadence?.id ?? null, facts: factsOf(draft), running }, { ownErrors: true })
    // What is shown once the draft is gone has to be what was just saved.
    if (reply.ok) await queryClient.refetchQueries({ queryKey: ['getCadences'] })
    setPending(false)
    setAsking(false)
    setRefusal(reply.ok ? null : reply.error.message)
    if (!reply.ok) return
    discard()
    if (cadence === null) navigate(`/playbook/cadence/${reply.data.id}`, { replace: true })
  }
  const start = () => {
    if (!canSave) return
    const isAnotherPlan = cadence !== null && !isSame(draftOf(cadence).steps, draft.steps)
    if (isAnotherPlan && cadence.running > 0) setAsking(true)
    else void save('follow')
  }
  const forget = () => {
    setAsking(false)
    setRefusal(null)
  }
  useControlKey('s', start)
  return { canSave, isPending, isAsking, refusal, start, save, forget }
}
