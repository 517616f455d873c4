import { Check } from 'lucide-react'
import { useEffect } from 'react'
import { words } from '../../shared/strings/words.ts'
import { bridge, useCall } from '../api.ts'
import { EmptyState, ErrorState, Spinner } from '../ui/States.tsx'
import { useEachMinute } from '../ui/useEachMinute.ts'
import { Reminder } from './Reminder.tsx'
import styles from './ReminderWindow.module.css'

/** The small window beside the app's own that shows one reminder; Escape closes it, and main does once nothing is left to do. */
export function ReminderWindow({ touchIds }: { touchIds: string[] }) {
  const reminder = useCall('getReminder', { touchIds })
  useEachMinute(reminder)
  useEscape()
  return (
    <main className={styles.window}>
      {reminder.data ? (
        <Reminder key={touchIds[0]} reminder={reminder.data} className={styles.reminder} heading="h1" autoFocus onOpen={(leadId) => void open(leadId)} onDone={() => undefined} onClose={() => window.close()} />
      ) : reminder.isError ? (
        <ErrorState message={reminder.error.message} onRetry={() => void reminder.refetch()} />
      ) : reminder.data === null ? (
        <EmptyState icon={<Check />} title={words.missed.caughtUp} />
      ) : (
        <Spinner />
      )}
    </main>
  )
}

/** Goes there in the app's own window. */
async function open(leadId: string | null) {
  await bridge.call('show', { place: leadId === null ? 'today' : 'lead', leadId })
  window.close()
}

function useEscape() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && window.close()
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
