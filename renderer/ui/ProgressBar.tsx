import styles from './ProgressBar.module.css'

export interface ProgressBarProps {
  /** What it shows, for those who cannot see it. */
  label: string
  value: number
  max: number
}

/** How much of a whole is reached, beside the words or numbers that say it. */
export function ProgressBar({ label, value, max }: ProgressBarProps) {
  return <progress className={styles.bar} aria-label={label} max={max} value={value} />
}
