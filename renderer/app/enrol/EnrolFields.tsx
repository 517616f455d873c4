import { words } from '../../../shared/strings/words.ts'
import { CadenceStrip } from '../../ui/CadenceStrip.tsx'
import { DateField } from '../../ui/DateTime.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './EnrolDialog.module.css'
import type { EnrolChoice, OfferedCadence, Pace } from './useEnrolChoice.ts'

const say = words.enrol
const paces = (Object.keys(say.paces) as Pace[]).map((id) => ({ id, label: say.paces[id] }))

/** The fields of a choice: the cadence with what it is for, the first day, and for several leads how many begin. */
export function EnrolFields({ cadences, choice, hasPace }: { cadences: readonly OfferedCadence[]; choice: EnrolChoice; hasPace: boolean }) {
  const { cadence, startOn, change } = choice
  return (
    <div className={styles.fields}>
      <div className={styles.choice}>
        <Select label={say.cadence} options={cadences.map(({ id, name }) => ({ id, label: name }))} value={cadence.id} onChange={(cadenceId) => change({ cadenceId })} autoFocus />
        <DateField label={say.startOn} value={startOn} onChange={(date) => change({ startOn: date })} />
      </div>
      {cadence.purpose !== '' && (
        <p className={styles.purpose} dir="auto">
          {cadence.purpose}
        </p>
      )}
      <CadenceStrip steps={cadence.steps} />
      {hasPace && <PaceFields choice={choice} />}
    </div>
  )
}

function PaceFields({ choice: { pace, perDay, paceProblem, change } }: { choice: EnrolChoice }) {
  return (
    <div className={styles.pace}>
      <Segmented label={say.pace} options={paces} value={pace} onChange={(next) => change({ pace: next })} />
      {pace === 'some' && (
        <span className={styles.perDay}>
          <TextField label={say.perDay} hideLabel inputMode="numeric" autoComplete="off" maxLength={4} value={perDay} onChange={(text) => change({ perDay: text })} error={paceProblem} />
          <span aria-hidden>{say.aDay}</span>
        </span>
      )}
    </div>
  )
}
