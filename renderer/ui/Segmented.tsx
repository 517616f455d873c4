import { Radio, RadioGroup } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Segmented.module.css'

export interface SegmentedProps<T extends string> {
  /** What is chosen here, for those who cannot see it. */
  label: string
  options: readonly { id: T; label: string }[]
  value: T
  onChange: (value: T) => void
}

/** One of two to four views or manners, all visible at once. */
export function Segmented<T extends string>({ label, options, value, onChange }: SegmentedProps<T>) {
  return (
    <RadioGroup aria-label={label} orientation="horizontal" value={value} onChange={(id) => onChange(id as T)} className={classes(styles.group)}>
      {options.map((option) => (
        <Radio key={option.id} value={option.id} className={classes(styles.option)}>
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  )
}
