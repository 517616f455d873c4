import { addDays, localDateAt, type LocalDate } from '../../shared/dates.ts'
import { parseAmount } from '../../shared/format.ts'
import type { Closing } from '../../shared/lead.ts'
import type { Money } from '../../shared/money.ts'
import type { StageKind } from '../../shared/stage.ts'
import { words } from '../../shared/strings/words.ts'
import { Button } from './Button.tsx'
import { DateField } from './DateTime.tsx'
import styles from './EndingFields.module.css'
import { useReader } from './Reader.tsx'
import { TextField } from './TextField.tsx'

const say = words.ending

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

export interface EndingFieldsProps {
  of: EndingOf
  value: EndingDraft
  onChange: (value: EndingDraft) => void
  fault: EndingFault | null
  /** The first field takes the keyboard. */
  autoFocus?: boolean
}

/** Asks what a lead's way into rest needs: why it was won or lost and for how much, or when it wakes up (practice P2). */
export function EndingFields(props: EndingFieldsProps) {
  return <div className={styles.fields}>{props.of.kind === 'parked' ? <ParkingFields {...props} /> : <ClosingFields {...props} />}</div>
}

function ClosingFields({ of: { kind, asksAmount, value: worth, currency }, value, onChange, fault, autoFocus = false }: EndingFieldsProps) {
  const isLost = kind === 'lost'
  return (
    <>
      {asksAmount && (
        <TextField
          label={say.amount(worth?.currency ?? currency)}
          inputMode="decimal"
          autoComplete="off"
          autoFocus={autoFocus}
          value={value.amount}
          onChange={(amount) => onChange({ ...value, amount })}
          error={fault === 'amount' ? words.newLead.badValue : undefined}
        />
      )}
      <TextField
        label={isLost ? say.lostReason : say.wonReason}
        placeholder={isLost ? say.lostExample : say.wonExample}
        maxLength={500}
        autoComplete="off"
        autoFocus={autoFocus && !asksAmount}
        value={value.reason}
        onChange={(reason) => onChange({ ...value, reason })}
        error={fault === 'reason' ? say.noReason : undefined}
      />
      {isLost && (
        <div className={styles.quick}>
          {say.lostReasons.map((text) => (
            <Button key={text} size="small" onPress={() => onChange({ ...value, reason: text })}>
              {text}
            </Button>
          ))}
        </div>
      )}
      <DateField label={isLost ? say.lostOn : say.wonOn} value={value.on} onChange={(on) => onChange({ ...value, on })} />
    </>
  )
}

function ParkingFields({ value, onChange, fault, autoFocus = false }: EndingFieldsProps) {
  const { now, zone } = useReader()
  const today = localDateAt(now, zone)
  return (
    <>
      <DateField label={say.parkedUntil} value={value.until} onChange={(until) => onChange({ ...value, until })} autoFocus={autoFocus} />
      <div className={styles.quick}>
        {say.rests.map(({ label, days }) => (
          <Button key={label} size="small" onPress={() => onChange({ ...value, until: addDays(today, days) })}>
            {label}
          </Button>
        ))}
      </div>
      {fault === 'until' && (
        <p className={styles.error} role="alert">
          {say.noDate}
        </p>
      )}
      <p className={styles.hint}>{say.parkedHint}</p>
    </>
  )
}
