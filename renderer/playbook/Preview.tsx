import { useMemo, useState } from 'react'
import { localDateAt, type LocalDate } from '../../shared/dates.ts'
import { playbookWords } from '../../shared/strings/cadence-words.ts'
import { useCall } from '../api.ts'
import type { OwnDays } from '../ui/daysOffPassed.ts'
import { DateField } from '../ui/DateTime.tsx'
import { PlannedSteps } from '../ui/PlannedSteps.tsx'
import { useReader } from '../ui/Reader.tsx'
import { factsOf, stepsProblem, type DraftStep } from './draft.ts'
import styles from './Preview.module.css'
import { WeeksCalendar } from './WeeksCalendar.tsx'

const say = playbookWords

/** How a cadence would fall from today on, or from another day: on a calendar, and in words. */
export function Preview({ steps }: { steps: readonly DraftStep[] }) {
  const { now, zone } = useReader()
  const today = localDateAt(now, zone)
  const [startOn, setStartOn] = useState<LocalDate | null>(today)
  const problem = stepsProblem(steps)
  const planned = usePlan(steps, startOn ?? today, problem === null)
  const days = useOwnDays()
  const purposes = new Map(steps.map(({ id, purpose }) => [id, purpose]))
  return (
    <aside className={styles.preview} aria-label={say.preview}>
      <div className={styles.head}>
        <h2>{say.preview}</h2>
        <DateField label={say.startOn} value={startOn} onChange={setStartOn} />
      </div>
      {problem !== null && <p className={styles.hint}>{say.noPreview}</p>}
      {problem === null && planned.isError && (
        <p className={styles.hint} role="alert">
          {planned.error.message}
        </p>
      )}
      {problem === null && planned.data && (
        <>
          <WeeksCalendar steps={planned.data} days={days} />
          <PlannedSteps label={say.preview} days={days} from={startOn ?? today} steps={planned.data.map((step) => ({ ...step, purpose: purposes.get(step.stepId) ?? '' }))} />
          <p className={styles.hint}>{say.previewHint}</p>
        </>
      )}
    </aside>
  )
}

/** The person's working days and days off; a plain week until they are known. */
function useOwnDays(): OwnDays {
  const workingDays = useCall('getSettings', {}).data?.workingDays ?? [1, 2, 3, 4, 5]
  return { workingDays, daysOff: useCall('getDaysOff', {}).data ?? [] }
}

/** The plan of the steps, asked for again only when something changed that moves them. */
function usePlan(steps: readonly DraftStep[], startOn: LocalDate, isWhole: boolean) {
  const bare = useMemo(() => factsOf({ name: '', purpose: '', steps: steps.map((step) => ({ ...step, purpose: '', message: '' })) }).steps, [steps])
  return useCall('previewCadence', { steps: bare, startOn }, { enabled: isWhole, keep: true })
}
