import { CalendarClock, CircleSlash, Play, TriangleAlert } from 'lucide-react'
import type { EnrolmentPreview } from '../../../shared/api.ts'
import { shortDate, wholeNumber } from '../../../shared/format.ts'
import { words } from '../../../shared/strings/words.ts'
import { Chip } from '../../ui/Chip.tsx'
import { useReader } from '../../ui/Reader.tsx'
import styles from './EnrolPreview.module.css'
import { LoadStrip } from './LoadStrip.tsx'
import { PlanRows } from './PlanRows.tsx'

const say = words.enrol

/** More crowded days than this are counted only. */
const mostDaysNamed = 4

/** What enrolling would bring: how many, on which days, each touch of each lead, and who is left out and why. */
export function EnrolPreview({ preview }: { preview: EnrolmentPreview }) {
  const { plans, leftOut, crowded } = preview
  const isMany = plans.length > 1
  return (
    <section className={styles.preview} aria-label={say.preview}>
      {(isMany || leftOut.length > 0 || crowded.length > 0) && <Summary preview={preview} />}
      {isMany && <LoadStrip plans={plans} crowded={crowded} />}
      {crowded.length > 0 && <CrowdedDays crowded={crowded} />}
      <PlanRows plans={plans} leftOut={leftOut} />
    </section>
  )
}

function Summary({ preview: { plans, leftOut, crowded } }: { preview: EnrolmentPreview }) {
  const { locale } = useReader()
  const steps = plans.flatMap((plan) => plan.steps)
  const moved = steps.filter(({ shifts }) => shifts.length > 0).length
  const doubtful = steps.filter(({ conflicts }) => conflicts.length > 0).length
  const written = (count: number) => wholeNumber(count, locale)
  return (
    <output className={styles.summary}>
      {plans.length > 0 && (
        <Chip tone="ok" icon={<Play aria-hidden />}>
          {say.starting(plans.length, written(plans.length))}
        </Chip>
      )}
      {leftOut.length > 0 && <Chip icon={<CircleSlash aria-hidden />}>{say.leftOutCount(written(leftOut.length))}</Chip>}
      {moved > 0 && <Chip icon={<CalendarClock aria-hidden />}>{say.movedCount(moved, written(moved))}</Chip>}
      {doubtful > 0 && (
        <Chip tone="today" icon={<TriangleAlert aria-hidden />}>
          {say.conflictCount(doubtful, written(doubtful))}
        </Chip>
      )}
      {crowded.length > 0 && (
        <Chip tone="today" icon={<TriangleAlert aria-hidden />}>
          {say.crowdedCount(crowded.length, written(crowded.length))}
        </Chip>
      )}
    </output>
  )
}

function CrowdedDays({ crowded }: Pick<EnrolmentPreview, 'crowded'>) {
  const reader = useReader()
  return (
    <ul className={styles.crowded}>
      {crowded.slice(0, mostDaysNamed).map(({ date, touches }) => (
        <li key={date}>
          <TriangleAlert aria-hidden />
          {say.crowdedOn(shortDate(date, reader), touches)}
        </li>
      ))}
      {crowded.length > mostDaysNamed && <li>{say.moreCrowded(crowded.length - mostDaysNamed)}</li>}
    </ul>
  )
}
