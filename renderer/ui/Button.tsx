import type { ReactNode } from 'react'
import { Button as AriaButton, Tooltip, TooltipTrigger, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import styles from './Button.module.css'
import { classes } from './classes.ts'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** One primary action per screen; `quiet` has no box until it is pointed at. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'normal' | 'small'
  /** An icon of lucide-react, before the words. */
  icon?: ReactNode
  children: ReactNode
}

/** A button with words. */
export function Button({ kind = 'secondary', size = 'normal', icon, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={classes(styles.button, styles[kind], size === 'small' && styles.small)}>
      {icon}
      {children}
    </AriaButton>
  )
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  /** What it does, as its name and its tooltip. */
  label: string
  icon: ReactNode
  /** The keys that do the same, shown in the tooltip. */
  keys?: string
  size?: 'normal' | 'small'
}

/** A button that is only an icon; its name shows as a tooltip. */
export function IconButton({ label, icon, keys, size = 'normal', ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      <AriaButton {...props} aria-label={label} className={classes(styles.button, styles.quiet, styles.icon, size === 'small' && styles.small)}>
        {icon}
      </AriaButton>
      {/* It stands outside of the screen's landmarks, so by itself it is for eyes only; the button is described by it all the same. */}
      <Tooltip offset={6} className={classes(styles.tooltip)} render={(own) => <div {...own} aria-hidden />}>
        {label}
        {keys !== undefined && <kbd className={styles.tooltipKeys}>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}
