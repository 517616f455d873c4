import { CalendarClock, TriangleAlert } from 'lucide-react'
import type { PlannedStep } from '../../shared/cadence-plan.ts'
import { dueDate, dueInstant, timeOfDayAt, type Due } from '../../shared/dates.ts'
import { shortDate, wallTime, type Reader } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { ChannelIcon } from './ChannelIcon.tsx'
import styles from './PlannedSteps.module.css'
import { useReader } from './Reader.tsx'

/** Touches as they would come, each with what moved it to its day and what still speaks against that day. */
export function PlannedSteps({ label, steps }: { label: string; steps: readonly PlannedStep[] }) {
  const reader = useReader()
  return (
    <ol className={styles.list} aria-label={label}>
      {steps.map((step) => (
        <li key={step.stepId} className={styles.step}>
          <ChannelIcon channel={step.channel} />
          <div className={styles.words}>
            <span className={styles.what}>
              <span className={styles.channel}>{words.channels[step.channel]}</span> <time className={styles.when}>{dayWords(step.due, reader)}</time>
            </span>
            {step.purpose !== '' && (
              <span className={styles.purpose} dir="auto">
                {step.purpose}
              </span>
            )}
            <Remarks step={step} reader={reader} />
          </div>
        </li>
      ))}
    </ol>
  )
}

function Remarks({ step: { shifts, conflicts, due }, reader }: { step: PlannedStep; reader: Reader }) {
  const say = words.proposal
  return (
    <>
      {shifts.map((shift) => (
        <span key={shift} className={styles.shift}>
          <CalendarClock aria-hidden />
          {say.shifts[shift]}
        </span>
      ))}
      {conflicts.map((conflict) => (
        <span key={conflict} className={styles.conflict}>
          <TriangleAlert aria-hidden />
          {conflict === 'full' ? say.full(shortDate(dueDate(due, reader.zone), reader)) : say.conflicts[conflict]}
        </span>
      ))}
    </>
  )
}

/** When something is due, as date and, where it has one, time on the reader's own wall: `Fri 27 Nov 14:30`. */
export function dayWords(due: Due, reader: Reader): string {
  const date = shortDate(dueDate(due, reader.zone), reader)
  if (due.time === null) return date
  return words.due.dateAt(date, wallTime(timeOfDayAt(dueInstant(due, due.time, reader.zone), reader.zone), reader.locale))
}
