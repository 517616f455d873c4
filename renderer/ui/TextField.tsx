import { useId, type ReactNode, type Ref } from 'react'
import { FieldError, Input, Label, Text, TextArea as AriaTextArea, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Field.module.css'

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  label: string
  /** The label is there for those who cannot see the field, not drawn. */
  hideLabel?: boolean
  placeholder?: string
  /** One line below the field. */
  hint?: string
  /** Why the value is refused, instead of the hint. */
  error?: string | undefined
  /** Drawn before the text: an icon. */
  before?: ReactNode
  inputRef?: Ref<HTMLInputElement>
}

/** A field for one line of text. */
export function TextField({ label, hideLabel, placeholder, hint, error, before, inputRef, ...props }: TextFieldProps) {
  return (
    <AriaTextField {...props} {...(hideLabel && { 'aria-label': label })} isInvalid={error !== undefined} className={classes(styles.field)}>
      {!hideLabel && <Label className={styles.label}>{label}</Label>}
      <div className={styles.box}>
        {before}
        <Input ref={inputRef ?? null} className={classes(styles.input)} {...(placeholder !== undefined && { placeholder })} />
      </div>
      <Below hint={hint} error={error} />
    </AriaTextField>
  )
}

export interface TextAreaProps extends Omit<TextFieldProps, 'before' | 'inputRef'> {
  rows?: number
}

/** A field for text of several lines; it grows with what is written. */
export function TextArea({ label, hideLabel, placeholder, hint, error, rows = 3, ...props }: TextAreaProps) {
  return (
    <AriaTextField {...props} {...(hideLabel && { 'aria-label': label })} isInvalid={error !== undefined} className={classes(styles.field)}>
      {!hideLabel && <Label className={styles.label}>{label}</Label>}
      <AriaTextArea rows={rows} className={classes(styles.box, styles.area)} {...(placeholder !== undefined && { placeholder })} />
      <Below hint={hint} error={error} />
    </AriaTextField>
  )
}

function Below({ hint, error }: { hint: string | undefined; error: string | undefined }) {
  if (error !== undefined) return <FieldError className={classes(styles.error)}>{error}</FieldError>
  return hint === undefined ? null : (
    <Text slot="description" className={classes(styles.hint)}>
      {hint}
    </Text>
  )
}

export interface CheckboxProps {
  label: string
  hint?: string
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  isDisabled?: boolean
}

/** A box to tick, with its words beside it. */
export function Checkbox({ label, hint, isSelected, onChange, isDisabled = false }: CheckboxProps) {
  const id = useId()
  return (
    <label className={styles.check} htmlFor={id}>
      <input
        id={id}
        type="checkbox"
        checked={isSelected}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
        {...(hint !== undefined && { 'aria-describedby': `${id}-hint` })}
      />
      <span>
        {label}
        {hint !== undefined && (
          <span id={`${id}-hint`} className={styles.hint}>
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}
