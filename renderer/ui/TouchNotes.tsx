import { Copy, Gift, NotebookText } from 'lucide-react'
import { words } from '../../shared/strings/words.ts'
import type { Touch } from '../../shared/touch.ts'
import { IconButton } from './Button.tsx'
import { showToast } from './Toast.tsx'
import styles from './TouchNotes.module.css'

async function copy(text: string) {
  const said = await navigator.clipboard.writeText(text).then(
    () => ({ message: words.schedule.copied }),
    // The system refuses while the window has no focus.
    () => ({ message: words.schedule.copyFailed, tone: 'error' as const }),
  )
  showToast(said)
}

/** What was prepared for a touch: what it brings them (practice P7), and what to have at hand. Nothing when there is none. */
export function TouchNotes({ touch: { brings, preparation } }: { touch: Pick<Touch, 'brings' | 'preparation'> }) {
  if (brings === '' && preparation === '') return null
  return (
    <dl className={styles.notes}>
      {brings !== '' && (
        <div className={styles.note}>
          <dt>
            <Gift aria-hidden />
            <span>{words.schedule.brings}</span>
          </dt>
          <dd dir="auto">{brings}</dd>
        </div>
      )}
      {preparation !== '' && (
        <div className={styles.note}>
          <dt>
            <NotebookText aria-hidden />
            <span>{words.schedule.preparation}</span>
          </dt>
          <dd className={styles.prepared}>
            <span dir="auto">{preparation}</span>
            <IconButton label={words.schedule.copyPreparation} icon={<Copy />} size="small" onPress={() => void copy(preparation)} />
          </dd>
        </div>
      )}
    </dl>
  )
}
