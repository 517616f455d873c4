import { Copy, Gift, NotebookText } from 'lucide-react'
import { useState } from 'react'
import { leftToFill } from '../../shared/message-checks.ts'
import { words } from '../../shared/strings/words.ts'
import { writing } from '../../shared/strings/writing-words.ts'
import type { Touch } from '../../shared/touch.ts'
import { AnywayDialog } from './AnywayDialog.tsx'
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
            <CopyPrepared text={preparation} />
          </dd>
        </div>
      )}
    </dl>
  )
}

/** Copies what was prepared; what is still to be filled in takes the second step of any message (practice P11). */
function CopyPrepared({ text }: { text: string }) {
  const [isAsked, setAsked] = useState(false)
  const say = writing.message
  const open = leftToFill(text)
  const onAnyway = () => {
    setAsked(false)
    void copy(text)
  }
  return (
    <>
      <IconButton label={words.schedule.copyPreparation} icon={<Copy />} size="small" onPress={() => (open.length === 0 ? void copy(text) : setAsked(true))} />
      {isAsked && (
        <AnywayDialog title={say.notCopied} obstacles={[say.obstacles.unfilled(say.and(open))]} anyway={say.copyAnyway(say.and(open))} onAnyway={onAnyway} onClose={() => setAsked(false)} />
      )}
    </>
  )
}
