import { Check, Pencil, TriangleAlert, X } from 'lucide-react'
import { checkMessage, messageSize, type MessageCheck } from '../../shared/message-checks.ts'
import { writing } from '../../shared/strings/writing-words.ts'
import type { TemplateKind, TemplateText } from '../../shared/template.ts'
import { IconButton } from './Button.tsx'
import styles from './MessageChecks.module.css'
import { useReader } from './Reader.tsx'

const say = writing.messageChecks

export interface MessageChecksProps {
  kind: TemplateKind
  /** As it would leave. */
  text: TemplateText
  /** What was said to be fine as it is, in this message. */
  dismissed: readonly MessageCheck['name'][]
  onDismiss: (name: MessageCheck['name']) => void
}

/** How much a message is, and what to look at in it before it leaves, each with the reason (practice P12). */
export function MessageChecks({ kind, text, dismissed, onDismiss }: MessageChecksProps) {
  const { locale } = useReader()
  // Of what is not begun there is nothing to say but how much room it has.
  const isBegun = text.body.trim() !== ''
  const checks = !isBegun ? [] : checkMessage(kind, text).filter(({ name }) => !dismissed.includes(name))
  return (
    <section className={styles.checks} aria-label={say.title}>
      {(isBegun || kind === 'text') && <p className={styles.size}>{messageSize(kind, text.body, locale)}</p>}
      {!isBegun ? null : checks.length === 0 ? (
        <p className={styles.well}>
          <Check aria-hidden />
          {say.allWell}
        </p>
      ) : (
        <ul className={styles.list}>
          {checks.map((check) => (
            <li key={check.name} className={styles.check}>
              {check.isDismissable ? <TriangleAlert aria-hidden /> : <Pencil aria-hidden />}
              <span className={styles.words}>
                {check.words}
                <span className={styles.why}>{check.why}</span>
              </span>
              {check.isDismissable && <IconButton size="small" label={say.dismiss(check.words)} icon={<X />} onPress={() => onDismiss(check.name)} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
