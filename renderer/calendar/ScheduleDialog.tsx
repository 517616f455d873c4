import { useState } from 'react'
import { contactName } from '../../shared/contact.ts'
import { words } from '../../shared/strings/words.ts'
import type { PlannedTouch } from '../../shared/touch.ts'
import { useCall, useCommand } from '../api.ts'
import { Dialog, DialogBody } from '../ui/Dialog.tsx'
import { LeadPicker } from '../ui/LeadPicker.tsx'
import { useReader } from '../ui/Reader.tsx'
import { ErrorState, Spinner } from '../ui/States.tsx'
import { ScheduleTouch } from '../ui/TouchForms.tsx'
import type { Placed } from './Grid.tsx'

const say = words.calendar

/** Schedules a touch on a day or for a span that was chosen: first with whom, then what. */
export function ScheduleDialog({ placed, onClose }: { placed: Placed; onClose: () => void }) {
  const [leadId, setLeadId] = useState<string | null>(null)
  const board = useCall('getBoard', { limit: null })
  if (leadId !== null) return <Plan leadId={leadId} placed={placed} onClose={onClose} />
  return <LeadPicker title={say.chooseLead} leads={board.data?.cards} problem={board.error?.message} onChoose={setLeadId} onClose={onClose} />
}

function Plan({ leadId, placed, onClose }: { leadId: string; placed: Placed; onClose: () => void }) {
  const reader = useReader()
  const { data, error } = useCall('getLead', { id: leadId })
  const ladder = useCall('suggestValue', { leadId, touchId: null }).data ?? null
  const name = data ? contactName(data.contact) : ''
  const command = useCommand('scheduleTouch', { said: null })
  const schedule = async (next: PlannedTouch) => {
    const reply = await command.run({ leadId, ...next })
    if (reply.ok) onClose()
  }
  const { date, time, minutes } = placed
  const due = time === null ? { date, time: null, zone: null } : { date, time, zone: reader.zone }
  return (
    <Dialog title={data ? say.scheduleWith(name) : words.schedule.title} isOpen onOpenChange={onClose}>
      <DialogBody>
        {error ? (
          <ErrorState message={error.message} />
        ) : !data ? (
          <Spinner />
        ) : (
          <ScheduleTouch
            title={say.scheduleWith(name)}
            start={{ channel: data.contact.preferredChannel ?? 'call', purpose: '', due, minutes }}
            theirZone={data.contact.zone}
            ladder={ladder}
            save={words.schedule.save}
            pending={command.pending}
            onSave={(next) => void schedule(next)}
            onCancel={onClose}
          />
        )}
      </DialogBody>
    </Dialog>
  )
}
