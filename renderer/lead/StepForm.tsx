import { localDateAt } from '../../shared/dates.ts'
import { dueWords } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import type { PlannedTouch, Touch } from '../../shared/touch.ts'
import { addWorkingDays } from '../../shared/work-days.ts'
import { runCommand, useCommand } from '../api.ts'
import { useReader } from '../ui/Reader.tsx'
import { CompleteTouch, ScheduleTouch, type TouchResult } from '../ui/TouchForms.tsx'
import type { LeadData } from './LeadPage.tsx'
import styles from './NextStep.module.css'

/** What is done about a lead's next step. */
export type Step = 'complete' | 'log' | 'reschedule' | 'schedule'

export interface StepFormProps {
  step: Step
  data: LeadData
  /** The next step as it is; null when there is none. */
  touch: Touch | null
  name: string
  onClose: () => void
}

/** The form that opens below the next step. */
export function StepForm({ step, ...props }: StepFormProps) {
  return (
    <div className={styles.form}>
      {step === 'complete' || step === 'log' ? <Tell {...props} touch={step === 'log' ? null : props.touch} /> : <Plan {...props} moved={step === 'reschedule' ? props.touch : null} />}
    </div>
  )
}

/** Tells how a touch went: the one that was due, or, without one, one that was not planned. */
function Tell({ data, touch, name, onClose }: Omit<StepFormProps, 'step'>) {
  const reader = useReader()
  const { lead, stage, touches, unanswered } = data
  const complete = useCommand('completeTouch', { said: words.today.completed(name) })
  const log = useCommand('logTouch')
  const onDone = async ({ channel, ...result }: TouchResult) => {
    const reply = touch ? await complete.run({ id: touch.id, ...result }) : await log.run({ leadId: lead.id, channel, ...result })
    if (reply.ok) onClose()
  }
  const channel = touch?.channel ?? 'call'
  const otherDue = touches.some((other) => other.state === 'due' && other.id !== touch?.id)
  return (
    <CompleteTouch
      title={touch ? words.complete.title(words.channels[channel], name) : words.lead.log}
      channel={channel}
      unplanned={touch === null}
      today={localDateAt(reader.now, reader.zone)}
      unanswered={unanswered}
      nextOptional={stage.kind !== 'open' || otherDue}
      pending={complete.pending || log.pending}
      onDone={(result) => void onDone(result)}
      onCancel={onClose}
    />
  )
}

/** Moves the touch that is due, or schedules a new one. */
function Plan({ data, moved, name, onClose }: Omit<StepFormProps, 'step' | 'touch'> & { moved: Touch | null }) {
  const reader = useReader()
  const onSave = async (next: PlannedTouch) => {
    const when = dueWords(next.due, reader)
    const reply = moved
      ? await runCommand('editTouch', { id: moved.id, changes: next }, { said: words.today.rescheduled(name, when) })
      : await runCommand('scheduleTouch', { leadId: data.lead.id, ...next }, { said: words.today.scheduled(name, when) })
    if (reply.ok) onClose()
  }
  const fresh = { channel: 'call' as const, purpose: '', due: { date: addWorkingDays(localDateAt(reader.now, reader.zone), 1), time: null, zone: null } }
  const start = moved ? { channel: moved.channel, purpose: moved.purpose, due: moved.due } : fresh
  return (
    <ScheduleTouch
      title={moved ? words.schedule.reschedule : words.schedule.title}
      start={start}
      save={moved ? words.schedule.saveMove : words.schedule.save}
      pending={false}
      onSave={(next) => void onSave(next)}
      onCancel={onClose}
    />
  )
}
