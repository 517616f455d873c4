import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Field.module.css'
import menu from './Menu.module.css'

export interface SelectProps<T extends string> {
  label: string
  hideLabel?: boolean
  options: readonly { id: T; label: string; icon?: ReactNode }[]
  value: T
  onChange: (value: T) => void
  isDisabled?: boolean
  autoFocus?: boolean
}

/** A field that takes one of a few values. */
export function Select<T extends string>({ label, hideLabel = false, options, value, onChange, isDisabled = false, autoFocus = false }: SelectProps<T>) {
  return (
    <AriaSelect
      className={classes(styles.field)}
      value={value}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      onChange={(key) => onChange(key as T)}
      {...(hideLabel && { 'aria-label': label })}
    >
      {!hideLabel && <Label className={styles.label}>{label}</Label>}
      <Button className={classes(styles.box)}>
        <SelectValue className={classes(styles.value)} />
        <ChevronDown aria-hidden />
      </Button>
      <Popover className={classes(menu.popover)} offset={4}>
        <ListBox className={classes(menu.menu)} items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={classes(menu.item)}>
              {option.icon}
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
