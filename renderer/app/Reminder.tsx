import { Bell, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CallOutput } from '../../shared/api.ts'
import { snoozeMinutes } from '../../shared/reminder.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand } from '../api.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import styles from './Reminder.module.css'

export interface ReminderProps {
  reminder: NonNullable<CallOutput<'getReminder'>>
  className: string | undefined
  heading?: 'h1' | 'h2'
  /** The buttons have the keys from the start. */
  autoFocus?: boolean
  /** Goes to the lead of the reminder; to Today from a digest, which has none. */
  onOpen: (leadId: string | null) => void
  /** The touch was done, and its next step planned. */
  onDone: (leadId: string) => void
  onClose: () => void
  children?: ReactNode
}

/** One reminder with what can be done about it; a digest can only be opened. */
export function Reminder({ reminder, className, heading: Heading = 'h2', autoFocus = false, onOpen, onDone, onClose, children }: ReminderProps) {
  const only = reminder.touches.length === 1 ? reminder.touches[0] : undefined
  const complete = async (id: string, leadId: string) => {
    const reply = await runCommand('completeTouch', { id, outcome: null, notes: '', next: 'proposed' })
    if (reply.ok) onDone(leadId)
  }
  return (
    <section className={className} role="alert" aria-label={reminder.title}>
      <header className={styles.head}>
        <Bell aria-hidden />
        <Heading className={styles.title}>{reminder.title}</Heading>
        <IconButton label={words.app.close} icon={<X />} size="small" onPress={onClose} />
      </header>
      <p className={styles.body}>{reminder.body}</p>
      <footer className={styles.actions}>
        {only && (
          <>
            <Button size="small" kind="primary" autoFocus={autoFocus} onPress={() => void complete(only.touchId, only.leadId)}>
              {words.reminders.done}
            </Button>
            <Button size="small" onPress={() => void runCommand('snoozeTouch', { id: only.touchId, minutes: snoozeMinutes })}>
              {words.reminders.snooze}
            </Button>
          </>
        )}
        <Button size="small" kind={only ? 'secondary' : 'primary'} autoFocus={autoFocus && !only} onPress={() => onOpen(only?.leadId ?? null)}>
          {words.reminders.open}
        </Button>
      </footer>
      {children}
    </section>
  )
}
