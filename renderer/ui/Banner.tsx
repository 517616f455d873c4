import { CircleAlert, Info, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { words } from '../../shared/strings/words.ts'
import styles from './Banner.module.css'
import { IconButton } from './Button.tsx'
import { classes } from './classes.ts'

export interface BannerProps {
  tone?: 'plain' | 'warning'
  /** One or two sentences. */
  children: ReactNode
  /** A small button. */
  action?: ReactNode
  onDismiss?: () => void
}

/** A notice across a screen that stays until it is dealt with. */
export function Banner({ tone = 'plain', children, action, onDismiss }: BannerProps) {
  return (
    <output className={classes(styles.banner, tone === 'warning' && styles.warning)}>
      {tone === 'warning' ? <CircleAlert aria-hidden /> : <Info aria-hidden />}
      <span className={styles.text}>{children}</span>
      {action}
      {onDismiss && <IconButton label={words.ui.dismiss} icon={<X />} size="small" onPress={onDismiss} />}
    </output>
  )
}
