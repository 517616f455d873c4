import { addDays, localDateAt } from '../../shared/dates.ts'
import { words } from '../../shared/strings/words.ts'
import { Button } from './Button.tsx'
import { DateField } from './DateTime.tsx'
import type { EndingDraft, EndingFault, EndingOf } from './ending.ts'
import styles from './EndingFields.module.css'
import { useReader } from './Reader.tsx'
import { TextField } from './TextField.tsx'

const say = words.ending

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
