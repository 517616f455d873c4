import { useState } from 'react'
import type { CallInput, CallOutput } from '../../../shared/api.ts'
import { localDateAt, type LocalDate } from '../../../shared/dates.ts'
import type { Id } from '../../../shared/id.ts'
import { words } from '../../../shared/strings/words.ts'
import { useReader } from '../../ui/Reader.tsx'
import { useRemembered } from '../../ui/useRemembered.ts'

export type OfferedCadence = CallOutput<'getCadences'>[number]

/** Whether all leads begin at once, or so many each working day. */
export type Pace = keyof typeof words.enrol.paces

/** Which cadence, from when and how many a day, while it is chosen. */
export interface EnrolChoice {
  cadence: OfferedCadence
  startOn: LocalDate | null
  pace: Pace
  /** As it was typed. */
  perDay: string
  change: (changes: Partial<{ cadenceId: Id; startOn: LocalDate | null; pace: Pace; perDay: string }>) => void
  /** What is wrong with the number of leads a day; undefined when nothing is. */
  paceProblem: string | undefined
  /** What is missing, in a sentence; null when nothing is. */
  problem: string | null
  input: Omit<CallInput<'enrol'>, 'leadIds'>
  /** Proposes this cadence the next time. */
  remember: () => void
}

/** The choice begins with the cadence that was started last, today, all at once. */
export function useEnrolChoice(cadences: readonly OfferedCadence[]): EnrolChoice {
  const { now, zone } = useReader()
  const [lastUsed, setLastUsed] = useRemembered<Id | null>('enrol.cadence', null)
  const [{ cadenceId, startOn, pace, perDay }, setChosen] = useState(() => ({ cadenceId: lastUsed, startOn: localDateAt(now, zone) as LocalDate | null, pace: 'all' as Pace, perDay: '10' }))
  const cadence: OfferedCadence = cadences.find(({ id }) => id === cadenceId) ?? (cadences[0] as OfferedCadence)
  const paceProblem = pace === 'some' && !isCount(perDay) ? words.enrol.badPerDay : undefined
  return {
    cadence,
    startOn,
    pace,
    perDay,
    change: (changes) => setChosen((before) => ({ ...before, ...changes })),
    paceProblem,
    problem: startOn === null ? words.enrol.noDate : (paceProblem ?? null),
    input: { cadenceId: cadence.id, startOn: startOn ?? '', perDay: pace === 'all' ? null : Number(perDay) },
    remember: () => setLastUsed(cadence.id),
  }
}

function isCount(text: string): boolean {
  return /^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 1000
}
