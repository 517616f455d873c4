import { Check as Tick, Copy, TriangleAlert } from 'lucide-react'
import { memo, useDeferredValue, useMemo } from 'react'
import { contactName, type Contact } from '../../shared/contact.ts'
import type { RecapText } from '../../shared/recap-text.ts'
import type { Recap, RecapContent, Tone } from '../../shared/recap.ts'
import { composerWords } from '../../shared/strings/composer-words.ts'
import { AnywayDialog } from '../ui/AnywayDialog.tsx'
import { IconButton } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { useReader } from '../ui/Reader.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Actions } from './Actions.tsx'
import type { Autosave } from '../ui/autosave.ts'
import { checkRecap } from './checks.ts'
import type { Content, DraftChange } from './draft.ts'
import styles from './Letter.module.css'
import { Preview } from './Preview.tsx'
import { PrintedLetter } from './PrintedLetter.tsx'
import { useSending } from './useSending.ts'

const say = composerWords

/** A letter, and whether anybody signs it. */
export type SignedLetter = RecapText & { signed: boolean }

export interface LetterProps {
  recap: Recap
  contact: Contact
  content: Content
  /** What a text makes of a letter, for this reader and signature. */
  letterOf: (content: RecapContent) => SignedLetter
  autosave: Autosave
  change: (change: DraftChange) => void
}

const tones = (Object.keys(say.tones) as Tone[]).map((id) => ({ id, label: say.tones[id] }))

/**
 * The recap as it will arrive, what to look at before it leaves, and the ways to send it off. A long letter is drawn
 * after what is typed, not with each key; what leaves is always all of it.
 */
export function Letter({ recap, contact, content, letterOf, autosave, change }: LetterProps) {
  const email = contact.emails[0]?.address
  const shown = useDeferredValue(content)
  const letter = useMemo(() => letterOf(shown), [letterOf, shown])
  const sending = useSending({ id: recap.id, letterOf, content, email: email ?? '', autosave, change })
  return (
    <section className={styles.pane} aria-label={say.preview}>
      <header className={styles.head}>
        <h2>{say.preview}</h2>
        <Segmented label={say.tone} options={tones} value={content.tone} onChange={(tone) => change({ kind: 'tone', tone })} />
      </header>
      <div className={styles.paper}>
        <div className={styles.to}>
          <span>{say.to}</span>
          <span className={styles.address}>
            <bdi className={styles.toName}>{contactName(contact)}</bdi>
            {email !== undefined && email !== contactName(contact) && ` ${email}`}
          </span>
        </div>
        <div className={styles.subject}>
          {/* While none is written the proposed one shows, and is what leaves. */}
          <input
            aria-label={say.subject}
            dir="auto"
            placeholder={letter.subject}
            value={content.subject}
            maxLength={500}
            onChange={(event) => change({ kind: 'subject', subject: event.target.value })}
          />
          <IconButton label={say.copySubject} icon={<Copy />} size="small" onPress={() => void sending.copySubject()} />
        </div>
        <Preview html={letter.html} />
      </div>
      <Checks content={shown} contact={contact} letter={letter} />
      <Actions sending={sending} autosave={autosave} />
      <PrintedLetter letter={letter} to={[contactName(contact), email].filter((part) => part !== undefined).join(' · ')} />
      {sending.held !== null && <AnywayDialog {...sending.held} />}
    </section>
  )
}

const Checks = memo(function Checks({ content, contact, letter: { subject, signed } }: { content: RecapContent; contact: Contact; letter: SignedLetter }) {
  const reader = useReader()
  return (
    <ul className={styles.checks} aria-label={say.checksTitle}>
      {checkRecap({ content, contact, subject, signed, reader }).map((check) => (
        <li key={check.name} className={classes(styles.check, !check.ok && styles.warning)}>
          {check.ok ? <Tick aria-hidden /> : <TriangleAlert aria-hidden />}
          {check.words}
        </li>
      ))}
    </ul>
  )
})
