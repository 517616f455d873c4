import { useVirtualizer } from '@tanstack/react-virtual'
import { CalendarClock, ChevronRight, CircleSlash, TriangleAlert } from 'lucide-react'
import { useRef, useState } from 'react'
import type { EnrolmentPreview } from '../../../shared/api.ts'
import { dueDate } from '../../../shared/dates.ts'
import { shortDate } from '../../../shared/format.ts'
import { words } from '../../../shared/strings/words.ts'
import { useCall } from '../../api.ts'
import type { OwnDays } from '../../ui/daysOffPassed.ts'
import { PlannedSteps } from '../../ui/PlannedSteps.tsx'
import { useReader } from '../../ui/Reader.tsx'
import styles from './PlanRows.module.css'

const say = words.enrol
const rowHeight = 37

type Plan = EnrolmentPreview['plans'][number]
type LeftOutLead = EnrolmentPreview['leftOut'][number]

/** Those left out, then each lead with its touches behind it; of a long list only what is in sight is drawn. */
export function PlanRows({ plans, leftOut }: Pick<EnrolmentPreview, 'plans' | 'leftOut'>) {
  const workingDays = useCall('getSettings', {}).data?.workingDays ?? []
  const days: OwnDays = { workingDays, daysOff: useCall('getDaysOff', {}).data ?? [] }
  const scroller = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const rows: readonly (Plan | LeftOutLead)[] = [...leftOut, ...plans]
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, getItemKey: (index) => rows[index]?.leadId ?? index, overscan: 10 })
  const [only] = plans
  if (only && rows.length === 1) return <PlannedSteps label={only.name} steps={only.steps} days={days} />
  const toggle = (id: string) => setOpen(open.has(id) ? new Set([...open].filter((other) => other !== id)) : new Set(open).add(id))
  return (
    <div className={styles.scroller} ref={scroller}>
      <ul className={styles.list} aria-label={say.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          return (
            row && (
              <li key={row.leadId} ref={virtual.measureElement} data-index={index} className={styles.row} style={{ transform: `translateY(${start}px)` }} aria-setsize={rows.length} aria-posinset={index + 1}>
                {'reason' in row ? <LeftOutRow lead={row} /> : <PlanRow plan={row} isOpen={open.has(row.leadId)} onToggle={() => toggle(row.leadId)} days={days} />}
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}

function LeftOutRow({ lead: { name, reason } }: { lead: LeftOutLead }) {
  return (
    <div className={styles.head}>
      <CircleSlash aria-hidden />
      <span className={styles.name} dir="auto">
        {name}
      </span>
      <span className={styles.about}>{say.leftOut[reason]}</span>
    </div>
  )
}

function PlanRow({ plan: { name, leaves, steps }, isOpen, onToggle, days }: { plan: Plan; isOpen: boolean; onToggle: () => void; days: OwnDays }) {
  const reader = useReader()
  const dateOf = (step: Plan['steps'][number] | undefined) => (step ? shortDate(dueDate(step.due, reader.zone), reader) : '')
  const moved = steps.filter(({ shifts }) => shifts.length > 0).length
  const doubtful = steps.filter(({ conflicts }) => conflicts.length > 0).length
  return (
    <>
      <button type="button" className={styles.head} aria-expanded={isOpen} onClick={onToggle}>
        <ChevronRight aria-hidden className={styles.chevron} />
        <span className={styles.name} dir="auto">
          {name}
        </span>
        {leaves !== '' && <span className={styles.leaves}>{say.leaves(leaves)}</span>}
        {moved > 0 && (
          <span className={styles.about}>
            <CalendarClock aria-hidden />
            {say.movedCount(moved, String(moved))}
          </span>
        )}
        {doubtful > 0 && (
          <span className={styles.doubt}>
            <TriangleAlert aria-hidden />
            {say.conflictCount(doubtful, String(doubtful))}
          </span>
        )}
        <span className={styles.about}>{say.touches(steps.length, dateOf(steps[0]), dateOf(steps.at(-1)))}</span>
      </button>
      {isOpen && (
        <div className={styles.steps}>
          <PlannedSteps label={name} steps={steps} days={days} />
        </div>
      )}
    </>
  )
}
