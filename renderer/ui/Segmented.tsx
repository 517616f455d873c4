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

export interface SegmentedLinksProps<T extends string> {
  /** What these places are, for those who cannot see it. */
  label: string
  options: readonly { id: T; label: string; href: string }[]
  /** The one that is shown. */
  value: T
}

/** The same for places: which of them is shown, and the ways to the others. */
export function SegmentedLinks<T extends string>({ label, options, value }: SegmentedLinksProps<T>) {
  return (
    <nav className={styles.group} aria-label={label}>
      {options.map((option) => (
        <a key={option.id} className={styles.option} href={option.href} {...(option.id === value && { 'aria-current': 'page' })}>
          {option.label}
        </a>
      ))}
    </nav>
  )
}
