import { dueDate } from '../../shared/dates.ts'
import { shortDate, type Reader } from '../../shared/format.ts'
import type { Proposal } from '../../shared/proposal.ts'
import { words } from '../../shared/strings/words.ts'

const say = words.proposal

/** Why a next step is proposed as it is: what speaks for its channel, and what moved its day. */
export function reasonsFor({ planned, step, channelReason, answers, shifts }: Proposal): string[] {
  const reasons = step ? [say.step(step.number, step.of, step.cadence)] : []
  if (answers) reasons.push(say.answers(answers.answered, answers.of, words.channelsMany[planned.channel]))
  else if (channelReason !== 'cadence' && channelReason !== 'answers' && channelReason !== 'same') reasons.push(say.channels[channelReason])
  return [...reasons, ...shifts.map((shift) => say.shifts[shift])]
}

/** What still speaks against the day or the channel that is proposed, for the person to decide. */
export function doubtsAbout({ planned, conflicts }: Proposal, reader: Reader): string[] {
  const day = shortDate(dueDate(planned.due, reader.zone), reader)
  return conflicts.map((conflict) => (conflict === 'full' ? say.full(day) : say.conflicts[conflict]))
}
