import { Minus, Plus } from 'lucide-react'
import { Button, Group, Input, Label, NumberField as AriaNumberField, Text } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Field.module.css'

export interface NumberFieldProps {
  label: string
  /** One line below the field. */
  hint?: string
  value: number
  min: number
  max: number
  /** Told when the number is whole, within its bounds, and the field is left, stepped or Enter is pressed. */
  onChange: (value: number) => void
}

/** A field for a whole number, typed or stepped. What is no such number goes back to what it was. */
export function NumberField({ label, hint, value, min, max, onChange }: NumberFieldProps) {
  return (
    <AriaNumberField
      className={classes(styles.field)}
      value={value}
      minValue={min}
      maxValue={max}
      formatOptions={{ maximumFractionDigits: 0, useGrouping: false }}
      onChange={(number) => Number.isInteger(number) && number !== value && onChange(number)}
    >
      <Label className={styles.label}>{label}</Label>
      <Group className={classes(styles.box)}>
        <Input className={classes(styles.input)} />
        <Button slot="decrement" className={classes(styles.boxButton)}>
          <Minus aria-hidden />
        </Button>
        <Button slot="increment" className={classes(styles.boxButton)}>
          <Plus aria-hidden />
        </Button>
      </Group>
      {hint !== undefined && (
        <Text slot="description" className={classes(styles.hint)}>
          {hint}
        </Text>
      )}
    </AriaNumberField>
  )
}
