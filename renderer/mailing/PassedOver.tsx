import { wholeNumber } from '../../shared/format.ts'
import { writing } from '../../shared/strings/writing-words.ts'
import { useReader } from '../ui/Reader.tsx'
import type { MailingData } from './data.ts'
import styles from './MailingPage.module.css'

const say = writing.mailing

/** Who is left out as things are now, and why. */
export function PassedOver({ passedOver, isOpen = false }: { passedOver: MailingData['passedOver']; isOpen?: boolean }) {
  const { locale } = useReader()
  if (passedOver.length === 0) return null
  return (
    <details className={styles.passedOver} open={isOpen}>
      <summary>{say.leftOutNow(passedOver.length, wholeNumber(passedOver.length, locale))}</summary>
      <p className={styles.hint}>{say.leftOutHint}</p>
      <ul>
        {passedOver.map(({ leadId, name, bar }) => (
          <li key={leadId}>
            <a href={`#/lead/${leadId}`}>{name}</a> <span className={styles.hint}>{say.barred[bar]}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
