import { useEffect, useEffectEvent, useState } from 'react'
import { TextArea, TextField } from '../ui/TextField.tsx'

/** How long typing rests before it is kept. */
const restMs = 400

export interface SavedTextProps {
  label: string
  hint: string
  value: string
  longest: number
  multiline?: boolean
  onSave: (value: string) => unknown
}

/** A text that is kept while it is typed, and at once when the field is left. */
export function SavedText({ label, hint, value, longest, multiline = false, onSave }: SavedTextProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const keep = useEffectEvent(() => {
    if (typed !== null && typed !== value) onSave(typed)
  })
  useEffect(() => {
    if (typed === null) return undefined
    const timer = setTimeout(() => keep(), restMs)
    return () => clearTimeout(timer)
  }, [typed])
  // Leaving the screen is leaving the field.
  useEffect(() => () => keep(), [])
  const leave = () => {
    if (typed !== null && typed !== value) onSave(typed)
    setTyped(null)
  }
  const field = { label, hint, value: typed ?? value, maxLength: longest, onChange: setTyped, onBlur: leave }
  return multiline ? <TextArea {...field} rows={3} /> : <TextField {...field} />
}
