import { CalendarClock, TriangleAlert } from 'lucide-react'
import type { PlannedStep } from '../../shared/cadence-plan.ts'
import { dueDate, dueInstant, timeOfDayAt, type Due, type LocalDate } from '../../shared/dates.ts'
import { shortDate, wallTime, type Reader } from '../../shared/format.ts'
import { playbookWords } from '../../shared/strings/cadence-words.ts'
import { words } from '../../shared/strings/words.ts'
import { ChannelIcon } from './ChannelIcon.tsx'
import { daysOffPassed, type OwnDays } from './daysOffPassed.ts'
import styles from './PlannedSteps.module.css'
import { useReader } from './Reader.tsx'

export interface PlannedStepsProps {
  label: string
  steps: readonly PlannedStep[]
  /** By which days off that delay a step are told. */
  days?: OwnDays | undefined
  /** The date from which the first step counts, where it is known. */
  from?: LocalDate | null
}

/** Touches as they would come, each with what moved it to its day and what still speaks against that day. */
export function PlannedSteps({ label, steps, days, from = null }: PlannedStepsProps) {
  const reader = useReader()
  const passed = days ? daysOffPassed(steps, from, days, reader.zone) : null
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
            <Remarks step={step} passed={passed?.get(step.stepId) ?? []} reader={reader} />
          </div>
        </li>
      ))}
    </ol>
  )
}

function Remarks({ step: { shifts, conflicts, due }, passed, reader }: { step: PlannedStep; passed: OwnDays['daysOff']; reader: Reader }) {
  const say = words.proposal
  const moves = shifts.filter((shift) => shift !== 'day-off' || passed.length === 0).map((shift) => say.shifts[shift])
  const offs = passed.map((off) => playbookWords.pastDayOff(spanWords(off, reader), off.name))
  return (
    <>
      {[...offs, ...moves].map((move) => (
        <span key={move} className={styles.shift}>
          <CalendarClock aria-hidden />
          {move}
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

function spanWords({ from, to }: OwnDays['daysOff'][number], reader: Reader): string {
  return from === to ? shortDate(from, reader) : playbookWords.span(shortDate(from, reader), shortDate(to, reader))
}

/** When something is due, as date and, where it has one, time on the reader's own wall: `Fri 27 Nov 14:30`. */
function dayWords(due: Due, reader: Reader): string {
  const date = shortDate(dueDate(due, reader.zone), reader)
  if (due.time === null) return date
  return words.due.dateAt(date, wallTime(timeOfDayAt(dueInstant(due, due.time, reader.zone), reader.zone), reader.locale))
}
