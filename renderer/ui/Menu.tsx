import { Check } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Menu.module.css'

export interface MenuChoice {
  id: string
  label: string
  icon?: ReactNode
  /** The keys that do the same. */
  keys?: string
  /** Marked with a tick: where things stand now. */
  current?: boolean
  danger?: boolean
  disabled?: boolean
}

export interface MenuProps {
  /** The menu's name for those who cannot see it. */
  label: string
  choices: readonly MenuChoice[]
  onChoose: (id: string) => void
}

/** A menu that opens below `trigger`, a Button or IconButton. */
export function Menu({ trigger, ...list }: MenuProps & { trigger: ReactNode }) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={classes(styles.popover)} offset={4}>
        <Choices {...list} />
      </Popover>
    </MenuTrigger>
  )
}

export interface MenuAtProps extends MenuProps {
  anchor: RefObject<Element | null>
  /** The side of the anchor at which the menu begins. */
  align?: 'start' | 'end'
  isOpen: boolean
  onClose: () => void
}

/** A menu beside any element, for a list whose rows share one menu. */
export function MenuAt({ anchor, align = 'end', isOpen, onClose, ...list }: MenuAtProps) {
  return (
    <Popover className={classes(styles.popover)} offset={4} triggerRef={anchor} aria-label={list.label} isOpen={isOpen} onOpenChange={(open) => !open && onClose()} placement={`bottom ${align}`}>
      <Choices {...list} onClose={onClose} />
    </Popover>
  )
}

function Choices({ label, choices, onChoose, onClose }: MenuProps & { onClose?: () => void }) {
  return (
    <AriaMenu aria-label={label} className={classes(styles.menu)} onAction={(id) => onChoose(String(id))} autoFocus="first" {...(onClose && { onClose })}>
      {choices.map((choice) => (
        <MenuItem
          key={choice.id}
          id={choice.id}
          textValue={choice.label}
          isDisabled={choice.disabled ?? false}
          className={classes(styles.item, choice.danger && styles.danger)}
        >
          {choice.icon}
          <span className={styles.label}>{choice.label}</span>
          {choice.current && <Check className={styles.tick} />}
          {choice.keys !== undefined && <kbd className={styles.keys}>{choice.keys}</kbd>}
        </MenuItem>
      ))}
    </AriaMenu>
  )
}
