import { useState } from 'react'
import { parseAmount } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { TextField } from '../ui/TextField.tsx'

/** A field for an amount that may be left out. What is no amount is told and not taken. */
export function AmountField({ label, value, onChange }: { label: string; value: number | null; onChange: (value: number | null) => void }) {
  const [text, setText] = useState(value === null ? '' : String(value))
  const isWrong = text.trim() !== '' && parseAmount(text) === null
  return (
    <TextField
      label={label}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      error={isWrong ? words.newLead.badValue : undefined}
      onChange={(typed) => {
        setText(typed)
        const amount = parseAmount(typed)
        if (typed.trim() === '' || amount !== null) onChange(amount)
      }}
    />
  )
}
