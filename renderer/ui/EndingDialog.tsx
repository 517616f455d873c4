import { useState, type FormEvent } from 'react'
import type { CallInput } from '../../shared/api.ts'
import { addDays, localDateAt, type LocalDate } from '../../shared/dates.ts'
import { parseAmount } from '../../shared/format.ts'
import type { Lead } from '../../shared/lead.ts'
import type { Money } from '../../shared/money.ts'
import type { Stage, StageKind } from '../../shared/stage.ts'
import { words } from '../../shared/strings/words.ts'
import { Button } from './Button.tsx'
import { DateField } from './DateTime.tsx'
import { Dialog, DialogActions, DialogBody } from './Dialog.tsx'
import styles from './EndingDialog.module.css'
import { useReader } from './Reader.tsx'
import { TextField } from './TextField.tsx'

const say = words.ending

export interface EndingDialogProps {
  /** The stage at rest that the leads go to. */
  stage: Pick<Stage, 'name' | 'kind'>
  leads: readonly (Pick<Lead, 'value'> & { name: string })[]
  /** For an amount of a lead that has none yet, an ISO 4217 code. */
  currency: string
  onAnswer: (answer: Pick<CallInput<'moveLeads'>, 'closing' | 'parkedUntil' | 'value'>) => void
  onClose: () => void
}

/** Asks what a lead's way into rest needs: why it was won or lost and for how much, or when it wakes up (practice P2). */
export function EndingDialog({ stage, leads, currency, onAnswer, onClose }: EndingDialogProps) {
  const name = leads.length === 1 ? (leads[0]?.name ?? '') : words.ui.leadCount(leads.length)
  const value = leads.length === 1 ? (leads[0]?.value ?? null) : null
  const form = { onAnswer, onClose }
  return (
    <Dialog title={say.title(name, stage.name)} isOpen onOpenChange={(open) => !open && onClose()} width="narrow">
      {stage.kind === 'parked' ? <Parking {...form} /> : <Closing {...form} kind={stage.kind} asksAmount={stage.kind === 'won' && leads.length === 1} value={value} currency={currency} />}
    </Dialog>
  )
}

type FormProps = Pick<EndingDialogProps, 'onAnswer' | 'onClose'>

interface ClosingProps extends FormProps {
  kind: StageKind
  asksAmount: boolean
  value: Money | null
  currency: string
}

function Closing({ kind, asksAmount, value, currency, onAnswer, onClose }: ClosingProps) {
  const today = useToday()
  const [reason, setReason] = useState('')
  const [on, setOn] = useState<LocalDate | null>(today)
  const [amount, setAmount] = useState(value === null ? '' : String(value.amount))
  const [error, setError] = useState<'reason' | 'amount' | null>(null)
  const isLost = kind === 'lost'
  const unit = value?.currency ?? currency

  const save = (event: FormEvent) => {
    event.preventDefault()
    const sum = parseAmount(amount)
    if (isLost && reason.trim() === '') return setError('reason')
    if (asksAmount && amount.trim() !== '' && sum === null) return setError('amount')
    onAnswer({ closing: { reason, on: on ?? today }, ...(asksAmount && { value: sum === null ? null : { amount: sum, currency: unit } }) })
  }

  return (
    <form onSubmit={save} noValidate>
      <DialogBody>
        <div className={styles.fields}>
          {asksAmount && (
            <TextField label={say.amount(unit)} inputMode="decimal" autoComplete="off" autoFocus value={amount} onChange={setAmount} error={error === 'amount' ? words.newLead.badValue : undefined} />
          )}
          <TextField
            label={isLost ? say.lostReason : say.wonReason}
            placeholder={isLost ? say.lostExample : say.wonExample}
            maxLength={500}
            autoComplete="off"
            autoFocus={!asksAmount}
            value={reason}
            onChange={setReason}
            error={error === 'reason' ? say.noReason : undefined}
          />
          {isLost && (
            <div className={styles.quick}>
              {say.lostReasons.map((text) => (
                <Button key={text} size="small" onPress={() => setReason(text)}>
                  {text}
                </Button>
              ))}
            </div>
          )}
          <DateField label={isLost ? say.lostOn : say.wonOn} value={on} onChange={setOn} />
        </div>
      </DialogBody>
      <Actions onClose={onClose} label={isLost ? say.lose : say.win} />
    </form>
  )
}

function Parking({ onAnswer, onClose }: FormProps) {
  const today = useToday()
  const [until, setUntil] = useState<LocalDate | null>(addDays(today, 28))
  const [refused, setRefused] = useState(false)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (until === null || until <= today) setRefused(true)
    else onAnswer({ parkedUntil: until })
  }
  return (
    <form onSubmit={save} noValidate>
      <DialogBody>
        <div className={styles.fields}>
          <DateField label={say.parkedUntil} value={until} onChange={setUntil} autoFocus />
          <div className={styles.quick}>
            {say.rests.map(({ label, days }) => (
              <Button key={label} size="small" onPress={() => setUntil(addDays(today, days))}>
                {label}
              </Button>
            ))}
          </div>
          {refused && (
            <p className={styles.error} role="alert">
              {say.noDate}
            </p>
          )}
          <p className={styles.hint}>{say.parkedHint}</p>
        </div>
      </DialogBody>
      <Actions onClose={onClose} label={say.park} />
    </form>
  )
}

function Actions({ onClose, label }: { onClose: () => void; label: string }) {
  return (
    <DialogActions>
      <Button onPress={onClose}>{words.app.cancel}</Button>
      <Button kind="primary" type="submit">
        {label}
      </Button>
    </DialogActions>
  )
}

function useToday(): LocalDate {
  const { now, zone } = useReader()
  return localDateAt(now, zone)
}
