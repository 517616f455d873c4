import type { TodayItem } from '../../shared/api.ts'
import { type LocalDate } from '../../shared/dates.ts'
import { dueWords } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import type { PlannedTouch, Touch } from '../../shared/touch.ts'
import { addWorkingDays } from '../../shared/work-days.ts'
import { runCommand, useCall, useCommand } from '../api.ts'
import { useReader } from '../ui/Reader.tsx'
import { CompleteTouch, ScheduleTouch, type TouchResult } from '../ui/TouchForms.tsx'
import styles from './Panel.module.css'
import type { Work } from './Row.tsx'

export interface PanelProps {
  item: TodayItem
  date: LocalDate
  work: Work
  onClose: () => void
}

/** What opens below a row: completing its touch, moving it, or giving the lead a next step. */
export function Panel({ item, date, work, onClose }: PanelProps) {
  const { touch } = item
  return (
    <div className={styles.panel}>
      {touch === null ? (
        <Schedule item={item} date={date} onClose={onClose} />
      ) : work === 'done' ? (
        <Complete item={item} touch={touch} date={date} onClose={onClose} />
      ) : (
        <Reschedule item={item} touch={touch} onClose={onClose} />
      )}
    </div>
  )
}

type PartProps = Pick<PanelProps, 'item' | 'onClose'>

function Complete({ item, touch, date, onClose }: PartProps & { touch: Touch; date: LocalDate }) {
  const lead = useCall('getLead', { id: item.leadId })
  const complete = useCommand('completeTouch', { said: words.today.completed(item.contactName) })
  const onDone = async ({ outcome, notes, next }: TouchResult) => {
    const reply = await complete.run({ id: touch.id, outcome, notes, next })
    if (reply.ok) onClose()
  }
  return (
    <CompleteTouch
      title={words.complete.title(words.channels[touch.channel], item.contactName)}
      channel={touch.channel}
      today={date}
      unanswered={lead.data?.unanswered ?? 0}
      nextOptional={lead.data !== undefined && (lead.data.stage.kind !== 'open' || lead.data.touches.some((other) => other.state === 'due' && other.id !== touch.id))}
      pending={complete.pending}
      onDone={(result) => void onDone(result)}
      onCancel={onClose}
    />
  )
}

function Reschedule({ item, touch, onClose }: PartProps & { touch: Touch }) {
  const reader = useReader()
  const onSave = async (changes: PlannedTouch) => {
    const reply = await runCommand('editTouch', { id: touch.id, changes }, { said: words.today.rescheduled(item.contactName, dueWords(changes.due, reader)) })
    if (reply.ok) onClose()
  }
  const { channel, purpose, due } = touch
  return (
    <ScheduleTouch title={words.schedule.reschedule} start={{ channel, purpose, due }} save={words.schedule.saveMove} pending={false} onSave={(next) => void onSave(next)} onCancel={onClose} />
  )
}

function Schedule({ item, date, onClose }: PartProps & { date: LocalDate }) {
  const reader = useReader()
  const onSave = async (next: PlannedTouch) => {
    const said = words.today.scheduled(item.contactName, dueWords(next.due, reader))
    const reply = await runCommand('scheduleTouch', { leadId: item.leadId, ...next }, { said })
    if (reply.ok) onClose()
  }
  const start = { channel: 'call' as const, purpose: '', due: { date: addWorkingDays(date, 1), time: null, zone: null } }
  return <ScheduleTouch title={words.schedule.title} start={start} save={words.schedule.save} pending={false} onSave={(next) => void onSave(next)} onCancel={onClose} />
}
