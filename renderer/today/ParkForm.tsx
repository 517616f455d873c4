import { useState } from 'react'
import type { TodayItem } from '../../shared/api.ts'
import { localDateAt } from '../../shared/dates.ts'
import { shortDate } from '../../shared/format.ts'
import { todayWords } from '../../shared/strings/today-words.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand, useCall } from '../api.ts'
import { blankEnding, endingAnswer, type EndingFault, type EndingOf } from '../ui/ending.ts'
import { EndingFields } from '../ui/EndingFields.tsx'
import { useReader } from '../ui/Reader.tsx'
import { Spinner } from '../ui/States.tsx'
import { PanelForm } from '../ui/TouchForms.tsx'

const parking: EndingOf = { kind: 'parked', asksAmount: false, value: null, currency: '' }

/** Lets a parked lead rest on, until another date. */
export function ParkForm({ item: { leadId, contactName }, onClose }: { item: TodayItem; onClose: () => void }) {
  const reader = useReader()
  const today = localDateAt(reader.now, reader.zone)
  const stageId = useCall('getLead', { id: leadId }).data?.stage.id
  const [draft, setDraft] = useState(() => blankEnding(null, today))
  const [fault, setFault] = useState<EndingFault | null>(null)
  if (stageId === undefined) return <Spinner />
  const submit = async () => {
    const answer = endingAnswer(draft, parking, today)
    if (typeof answer === 'string') return setFault(answer)
    const { parkedUntil } = answer
    if (parkedUntil === null) return
    const reply = await runCommand('moveLeads', { ids: [leadId], stageId, before: null, parkedUntil }, { said: todayWords.parked(contactName, shortDate(parkedUntil, reader)) })
    if (reply.ok) onClose()
  }
  return (
    <PanelForm title={todayWords.parkAgain} accept={words.ending.park} disabled={false} onSubmit={() => void submit()} onCancel={onClose}>
      <EndingFields of={parking} value={draft} onChange={setDraft} fault={fault} autoFocus />
    </PanelForm>
  )
}
