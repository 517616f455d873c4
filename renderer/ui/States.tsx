import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { words } from '../../shared/strings/words.ts'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import styles from './States.module.css'

/** What a place shows while there is nothing in it: an icon, one sentence, and what to do about it. */
export function EmptyState({ icon, title, children, actions }: { icon: ReactNode; title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles.state}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <h2 className={styles.title}>{title}</h2>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}

/** What a place shows when it could not be read, with a way to try again. */
export function ErrorState({ message, onRetry }: { message: string; onRetry?: () => void }) {
  return (
    <div className={styles.state} role="alert">
      <span className={classes(styles.icon, styles.trouble)} aria-hidden>
        <CircleAlert />
      </span>
      <p className={styles.text}>{message}</p>
      {onRetry && (
        <div className={styles.actions}>
          <Button onPress={onRetry}>{words.app.tryAgain}</Button>
        </div>
      )}
    </div>
  )
}

/** A quiet sign that something is on its way. It appears only when that takes a moment. */
export function Spinner() {
  return <output className={styles.spinner} aria-label={words.ui.loading} />
}

/** The grey shape of text or a card that is not there yet; sized by its place. */
export function Skeleton({ height = 14, width = '100%' }: { height?: number; width?: number | string }) {
  return <span className={styles.skeleton} style={{ height, width }} aria-hidden />
}
