import { useState, type FormEvent } from 'react'
import { localDateAt } from '../../shared/dates.ts'
import type { Lead } from '../../shared/lead.ts'
import type { Stage } from '../../shared/stage.ts'
import { words } from '../../shared/strings/words.ts'
import { Button } from './Button.tsx'
import { Dialog, DialogActions, DialogBody } from './Dialog.tsx'
import { blankEnding, endingAnswer, type EndingAnswer, type EndingDraft, type EndingFault, type EndingOf } from './ending.ts'
import { EndingFields } from './EndingFields.tsx'
import { useReader } from './Reader.tsx'

const say = words.ending

export interface EndingDialogProps {
  /** The stage at rest that the leads go to. */
  stage: Pick<Stage, 'name' | 'kind'>
  leads: readonly (Pick<Lead, 'value'> & { name: string })[]
  /** For an amount of a lead that has none yet, an ISO 4217 code. */
  currency: string
  onAnswer: (answer: EndingAnswer) => void
  onClose: () => void
}

/** Asks what a lead's way into rest needs, in a dialog; see {@link EndingFields}. */
export function EndingDialog({ stage, leads, currency, onAnswer, onClose }: EndingDialogProps) {
  const { now, zone } = useReader()
  const today = localDateAt(now, zone)
  const name = leads.length === 1 ? (leads[0]?.name ?? '') : words.ui.leadCount(leads.length)
  const value = leads.length === 1 ? (leads[0]?.value ?? null) : null
  const of: EndingOf = { kind: stage.kind, asksAmount: stage.kind === 'won' && leads.length === 1, value, currency }
  const [draft, setDraft] = useState(() => blankEnding(value, today))
  const [fault, setFault] = useState<EndingFault | null>(null)
  const change = (next: EndingDraft) => {
    setDraft(next)
    setFault(null)
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    const answer = endingAnswer(draft, of, today)
    if (typeof answer === 'string') setFault(answer)
    else onAnswer(answer)
  }
  return (
    <Dialog title={say.title(name, stage.name)} isOpen onOpenChange={(open) => !open && onClose()} width="narrow">
      <form onSubmit={save} noValidate>
        <DialogBody>
          <EndingFields of={of} value={draft} onChange={change} fault={fault} autoFocus />
        </DialogBody>
        <DialogActions>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button kind="primary" type="submit">
            {stage.kind === 'parked' ? say.park : stage.kind === 'lost' ? say.lose : say.win}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
