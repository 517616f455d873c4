import { useState } from 'react'
import { writing } from '../../../shared/strings/writing-words.ts'
import { useCall } from '../../api.ts'
import type { ComposeRequest } from '../../ui/AppActions.tsx'
import { Dialog, DialogBody } from '../../ui/Dialog.tsx'
import { LeadPicker } from '../../ui/LeadPicker.tsx'
import { useReader } from '../../ui/Reader.tsx'
import { ErrorState, Spinner } from '../../ui/States.tsx'
import { Composer } from './Composer.tsx'

const say = writing.message

export interface ComposeDialogProps {
  request: ComposeRequest
  onClose: () => void
}

/** Writes a message to one lead; without one it asks for whom. */
export function ComposeDialog({ request, onClose }: ComposeDialogProps) {
  const [leadId, setLeadId] = useState(request.leadId ?? null)
  const [isChoosing, setChoosing] = useState(false)
  if (leadId === null) return <ChooseLead onChoose={setLeadId} onClose={onClose} />
  const choose = (id: string) => {
    setLeadId(id)
    setChoosing(false)
  }
  return (
    <>
      <Addressed request={request} leadId={leadId} onAnother={() => setChoosing(true)} onClose={onClose} />
      {isChoosing && <ChooseLead onChoose={choose} onClose={() => setChoosing(false)} />}
    </>
  )
}

function ChooseLead({ onChoose, onClose }: { onChoose: (leadId: string) => void; onClose: () => void }) {
  const board = useCall('getBoard', { limit: null })
  return <LeadPicker title={say.chooseLead} leads={board.data?.cards} problem={board.error?.message} onChoose={onChoose} onClose={onClose} />
}

function Addressed({ request, leadId, onAnother, onClose }: ComposeDialogProps & { leadId: string; onAnother: () => void }) {
  const { locale } = useReader()
  const [first] = useState(leadId)
  const lead = useCall('getLead', { id: first })
  const recipient = useCall('getRecipient', { leadId, touchId: leadId === first ? (request.touchId ?? null) : null, locale }, { keep: true })
  const templates = useCall('getTemplates', {})
  const failed = lead.error ?? recipient.error ?? templates.error
  const isThere = lead.data && recipient.data && templates.data
  const touch = lead.data?.touches.find(({ id, state }) => id === request.touchId && (state === 'due' || state === 'held')) ?? null
  return (
    <Dialog title={recipient.data ? say.title(recipient.data.name) : say.button} isOpen onOpenChange={(open) => !open && onClose()} width="wide">
      {isThere ? (
        <Composer recipient={recipient.data} first={first} touch={touch} templates={templates.data} templateId={request.templateId ?? null} onAnother={onAnother} onClose={onClose} />
      ) : (
        <DialogBody>{failed ? <ErrorState message={failed.message} /> : <Spinner />}</DialogBody>
      )}
    </Dialog>
  )
}
