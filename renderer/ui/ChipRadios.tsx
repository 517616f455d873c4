import type { Ref } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import styles from './ChipRadios.module.css'
import { classes } from './classes.ts'

export interface ChipRadiosProps<T extends string> {
  label: string
  /** `keys` is the key that chooses it, shown beside its words. */
  options: readonly { id: T; label: string; keys?: string }[]
  value: T | null
  onChange: (value: T) => void
  /** The chosen one takes the keyboard, or the first one. */
  autoFocus?: boolean
  groupRef?: Ref<HTMLDivElement>
}

/** One of several answers, all visible at once; they wrap where room is short. */
export function ChipRadios<T extends string>({ label, options, value, onChange, autoFocus = false, groupRef }: ChipRadiosProps<T>) {
  return (
    <RadioGroup ref={groupRef ?? null} value={value} onChange={(id) => onChange(id as T)} orientation="horizontal">
      <Label className={styles.label}>{label}</Label>
      <div className={styles.choices}>
        {options.map(({ id, label: name, keys }, index) => (
          <Radio key={id} value={id} autoFocus={autoFocus && (value === null ? index === 0 : id === value)} className={classes(styles.choice)}>
            {keys !== undefined && (
              <kbd className={styles.keys} aria-hidden>
                {keys}
              </kbd>
            )}
            {name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
