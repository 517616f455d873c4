import { addDays, type LocalDate } from '../../shared/dates.ts'
import { parseAmount } from '../../shared/format.ts'
import type { Closing } from '../../shared/lead.ts'
import type { Money } from '../../shared/money.ts'
import type { StageKind } from '../../shared/stage.ts'

/** What is written of an ending so far. */
export interface EndingDraft {
  reason: string
  on: LocalDate | null
  amount: string
  until: LocalDate | null
}

/** Which field keeps an ending from being taken. */
export type EndingFault = 'reason' | 'amount' | 'until'

/** What a lead's way into rest is told with; without a value it keeps the one it has. */
export interface EndingAnswer {
  closing: Closing | null
  parkedUntil: LocalDate | null
  value?: Money | null
}

/** Where an ending leads and whose it is. */
export interface EndingOf {
  kind: StageKind
  /** Asked only of one lead that is won; the amount it has, and the currency (ISO 4217) for one without. */
  asksAmount: boolean
  value: Money | null
  currency: string
}

/** An ending before anything is written: today, for what the lead is worth, or a rest of four weeks. */
export function blankEnding(value: Money | null, today: LocalDate): EndingDraft {
  return { reason: '', on: today, amount: value === null ? '' : String(value.amount), until: addDays(today, 28) }
}

/** What an ending says when it is whole, else the field that is at fault (practice P2). */
export function endingAnswer(draft: EndingDraft, { kind, asksAmount, value, currency }: EndingOf, today: LocalDate): EndingAnswer | EndingFault {
  if (kind === 'parked') return draft.until === null || draft.until <= today ? 'until' : { closing: null, parkedUntil: draft.until }
  const sum = parseAmount(draft.amount)
  if (kind === 'lost' && draft.reason.trim() === '') return 'reason'
  if (asksAmount && draft.amount.trim() !== '' && sum === null) return 'amount'
  const worth = sum === null ? null : { amount: sum, currency: value?.currency ?? currency }
  return { closing: { reason: draft.reason, on: draft.on ?? today }, parkedUntil: null, ...(asksAmount && { value: worth }) }
}
