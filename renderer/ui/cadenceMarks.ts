import type { Offset } from '../../shared/cadence.ts'
import { playbookWords } from '../../shared/strings/cadence-words.ts'

export interface Mark {
  /** As short as fits below an icon: `5 min`, `day 3`. */
  short: string
  /** In full: `5 minutes after the start`, `on working day 3`. */
  full: string
}

/** When each step of a cadence comes, counted from its start: in minutes until the first one that waits for days. */
export function stepMarks(steps: readonly { after: Offset }[]): Mark[] {
  let minutes = 0
  let days = 0
  let countsDays = false
  return steps.map(({ after: { unit, count } }) => {
    if (unit === 'minutes') minutes += count
    else {
      days += count
      countsDays ||= count > 0
    }
    return countsDays ? markOf('day', days) : minutes === 0 ? startMark : minutes < 60 ? markOf('minutes', minutes) : markOf('hours', Math.round(minutes / 60))
  })
}

const startMark: Mark = { short: playbookWords.marks.start, full: playbookWords.markWords.start }

function markOf(unit: 'minutes' | 'hours' | 'day', count: number): Mark {
  return { short: playbookWords.marks[unit](count), full: playbookWords.markWords[unit](count) }
}
