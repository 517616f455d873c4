import { useEffect, useState } from 'react'
import type { State } from '../../shared/api.ts'
import { words } from '../../shared/strings/words.ts'
import { Button } from '../ui/Button.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { acceleratorOf, keysOf } from './accelerator.ts'
import styles from './QuickAddShortcut.module.css'
import { Section } from './Section.tsx'

const onMac = /mac/i.test(navigator.userAgent)

export interface QuickAddShortcutProps {
  /** Electron's accelerator; null for none. */
  value: string | null
  state: State['shortcut']
  onChange: (value: string | null) => void
}

/** The keys that open quick add from any program: recorded by pressing them. */
export function QuickAddShortcut({ value, state, onChange }: QuickAddShortcutProps) {
  const say = words.settings
  const [isRecording, setRecording] = useState(false)
  useEffect(() => {
    if (!isRecording) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      event.preventDefault()
      event.stopPropagation()
      const accelerator = acceleratorOf(event, onMac)
      if (accelerator !== null) onChange(accelerator)
      if (accelerator !== null || event.code === 'Escape') setRecording(false)
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [isRecording, onChange])

  return (
    <Section title={say.shortcut}>
      <div className={styles.row}>
        <output className={styles.keys}>
          {isRecording ? say.shortcutPress : value === null ? say.shortcutNone : keysOf(value, onMac).map((key) => <Kbd key={key}>{key}</Kbd>)}
        </output>
        <Button size="small" onPress={() => setRecording(!isRecording)}>
          {isRecording ? words.app.cancel : say.shortcutRecord}
        </Button>
        {value !== null && !isRecording && (
          <Button size="small" kind="quiet" onPress={() => onChange(null)}>
            {say.shortcutClear}
          </Button>
        )}
      </div>
      <span className={styles.hint}>{say.shortcutHint}</span>
      {state === 'taken' && (
        <p className={styles.taken} role="alert">
          {say.shortcutTaken}
        </p>
      )}
    </Section>
  )
}
