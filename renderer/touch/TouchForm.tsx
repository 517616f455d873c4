import { useState } from 'react'
import type { ValueLadder } from '../../shared/api.ts'
import { dueWords } from '../../shared/format.ts'
import { playbookWords } from '../../shared/strings/cadence-words.ts'
import { todayWords } from '../../shared/strings/today-words.ts'
import { words } from '../../shared/strings/words.ts'
import type { PlannedTouch, Touch } from '../../shared/touch.ts'
import type { ValueKind } from '../../shared/value.ts'
import { runCommand, useCall, useCommand } from '../api.ts'
import type { After, TouchContext } from '../ui/AfterTouch.tsx'
import { useReader } from '../ui/Reader.tsx'
import { Spinner } from '../ui/States.tsx'
import { CompleteTouch, planOf, ScheduleTouch, SkipTouch, type Told, type TouchResult } from '../ui/TouchForms.tsx'
import { useNoteDrafts, useWrittenNote } from './noteDraft.ts'
import { StillOpen } from './StillOpen.tsx'
import { recapOffer } from './writeRecap.ts'

/** What is done about a touch of a lead. */
export type TouchWork = 'complete' | 'log' | 'skip' | 'reschedule' | 'schedule'

export interface TouchFormProps {
  work: TouchWork
  leadId: string
  /** The touch that it is about; null when there is none. */
  touch: Touch | null
  /** Whose lead it is, for the form's name and for what is said when it is done. */
  name: string
  onClose: () => void
}

/** The form for one piece of work on a lead's touches, wherever it opens; it closes once the work is done. */
export function TouchForm({ work, touch, ...props }: TouchFormProps) {
  if (work === 'log') return <Tell {...props} touch={null} />
  if (touch === null || work === 'schedule') return <Schedule {...props} />
  if (work === 'complete') return <Tell {...props} touch={touch} />
  return work === 'skip' ? <Skip {...props} touch={touch} /> : <Edit {...props} touch={touch} />
}

type PartProps = Pick<TouchFormProps, 'leadId' | 'name' | 'onClose'>

/**
 * What the forms go by: the lead, and the next step as it is proposed for what is told so far. Null until all of it is
 * there.
 */
export function useTouchContext(leadId: string, touch: Touch | null, told: Told): TouchContext | null {
  const { data } = useCall('getLead', { id: leadId })
  const { data: proposal, isPlaceholderData } = useCall('proposeNext', { leadId, touchId: touch?.id ?? null, ...told }, { keep: true })
  const stages = useCall('getBoard', { limit: 1 }).data?.stages
  const ladder = useLadder(leadId, null, proposal?.planned.brings)
  const ownLadder = useLadder(leadId, touch?.id ?? null, touch?.brings)
  const currency = useCall('getSettings', {}).data?.currency
  if (!data || !proposal || !stages || currency === undefined) return null
  return { data, proposal, current: !isPlaceholderData, stages, ladder, ownLadder, currency }
}

/** What could be brought with a touch; `brings` names the kind that a step of a cadence asks for, while nothing else stands there. */
function useLadder(leadId: string, touchId: string | null, brings: string | undefined): ValueLadder | null {
  const kind = (Object.keys(playbookWords.kinds) as ValueKind[]).find((one) => playbookWords.kinds[one] === brings) ?? null
  return useCall('suggestValue', { leadId, touchId, kind }, { keep: true }).data ?? null
}

/** Tells how a touch went: the one that was due, or, without one, one that was not planned. A note goes on where it was left. */
function Tell(props: PartProps & { touch: Touch | null }) {
  const drafts = useNoteDrafts()
  return drafts ? <TellWith {...props} begun={drafts.get(props.touch?.id ?? props.leadId) ?? ''} /> : <Spinner />
}

function TellWith({ leadId, touch, name, onClose, begun }: PartProps & { touch: Touch | null; begun: string }) {
  const note = useWrittenNote(touch?.id ?? leadId, leadId, begun)
  const [told, setTold] = useState<Told>({ channel: touch?.channel ?? 'call', outcome: null })
  const context = useTouchContext(leadId, touch, told)
  const reader = useReader()
  const also = (done: Touch) => recapOffer(done, reader)
  const complete = useCommand('completeTouch', { said: todayWords.completed(name), also })
  const log = useCommand('logTouch', { also })
  if (context === null) return <Spinner />
  const onDone = async ({ channel, ...result }: TouchResult) => {
    // Told with the touch, it need not have been kept before.
    await note.settle()
    const reply = touch ? await complete.run({ id: touch.id, ...result }) : await log.run({ leadId, channel, ...result })
    if (reply.ok) onClose()
  }
  return (
    <CompleteTouch
      title={touch ? words.complete.title(words.channels[touch.channel], name) : words.lead.log}
      touch={touch}
      context={context}
      told={told}
      onTell={setTold}
      notes={note.notes}
      onNotes={note.write}
      notesError={note.error}
      pending={complete.pending || log.pending}
      onDone={(result) => void onDone(result)}
      onCancel={onClose}
    >
      <StillOpen data={context.data} touch={touch} />
    </CompleteTouch>
  )
}

/** Leaves the touch undone on purpose. */
function Skip({ leadId, touch, name, onClose }: PartProps & { touch: Touch }) {
  const context = useTouchContext(leadId, touch, { channel: touch.channel, outcome: null })
  const skip = useCommand('skipTouch', { said: todayWords.skipped(name) })
  if (context === null) return <Spinner />
  const onDone = async (after: After) => {
    const reply = await skip.run({ id: touch.id, ...after })
    if (reply.ok) onClose()
  }
  const title = words.complete.skipTitle(words.channels[touch.channel], name)
  return <SkipTouch title={title} touch={touch} context={context} pending={skip.pending} onDone={(after) => void onDone(after)} onCancel={onClose} />
}

/** Moves the touch that is due, or changes what was planned for it. */
function Edit({ leadId, touch, name, onClose }: PartProps & { touch: Touch }) {
  const reader = useReader()
  const lead = useCall('getLead', { id: leadId })
  const ladder = useLadder(leadId, touch.id, touch.brings)
  const onSave = async (changes: PlannedTouch) => {
    const isMoved = JSON.stringify(changes.due) !== JSON.stringify(touch.due)
    const said = isMoved ? todayWords.rescheduled(name, dueWords(changes.due, reader)) : todayWords.changed(name)
    const reply = await runCommand('editTouch', { id: touch.id, changes }, { said })
    if (reply.ok) onClose()
  }
  return (
    <ScheduleTouch
      title={words.schedule.reschedule}
      start={planOf(touch)}
      theirZone={lead.data?.contact.zone ?? null}
      ladder={ladder}
      save={words.schedule.saveMove}
      pending={false}
      onSave={(next) => void onSave(next)}
      onCancel={onClose}
    />
  )
}

/** Schedules a next step, which is already filled in. */
function Schedule({ leadId, name, onClose }: PartProps) {
  const reader = useReader()
  const context = useTouchContext(leadId, null, { channel: 'call', outcome: null })
  if (context === null) return <Spinner />
  const onSave = async (next: PlannedTouch) => {
    const reply = await runCommand('scheduleTouch', { leadId, ...next }, { said: todayWords.scheduled(name, dueWords(next.due, reader)) })
    if (reply.ok) onClose()
  }
  return (
    <ScheduleTouch
      title={words.schedule.title}
      start={context.proposal.planned}
      theirZone={context.data.contact.zone}
      ladder={context.ladder}
      save={words.schedule.save}
      pending={false}
      onSave={(next) => void onSave(next)}
      onCancel={onClose}
    />
  )
}
