import { Check as Tick, Copy, Mail, TriangleAlert } from 'lucide-react'
import { useEffect, useEffectEvent } from 'react'
import { contactName, type Contact } from '../../shared/contact.ts'
import { dateAndTime } from '../../shared/format.ts'
import type { RecapText } from '../../shared/recap-text.ts'
import type { Recap, RecapContent, Tone } from '../../shared/recap.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand } from '../api.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { useReader } from '../ui/Reader.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { showToast } from '../ui/Toast.tsx'
import type { Autosave } from './autosave.ts'
import { checkRecap } from './checks.ts'
import { copyLine, copyRecap } from './clipboard.ts'
import styles from './Letter.module.css'
import { mailLink } from './mail-link.ts'
import { Preview } from './Preview.tsx'

export interface LetterProps {
  recap: Recap
  contact: Contact
  content: RecapContent
  /** The subject as it stands in its field; the letter's own is the proposed one when this is empty. */
  subject: string
  letter: RecapText & { signed: boolean }
  autosave: Autosave
  onSubject: (subject: string) => void
  onTone: (tone: Tone) => void
}

const tones = (['warm', 'plain', 'formal'] as const).map((id) => ({ id, label: words.composer.tones[id] }))

/** The recap as it will arrive, what to look at before it leaves, and the ways to send it off. */
export function Letter(props: LetterProps) {
  const { recap, contact, content, letter, autosave } = props
  const email = contact.emails[0]?.address
  const sending = useSending(recap.id, letter, email ?? '', autosave)
  return (
    <section className={styles.pane} aria-label={words.composer.preview}>
      <header className={styles.head}>
        <h2>{words.composer.preview}</h2>
        <Segmented label={words.composer.tone} options={tones} value={content.tone} onChange={props.onTone} />
      </header>
      <div className={styles.paper}>
        <div className={styles.to}>
          <span>{words.composer.to}</span>
          <span className={styles.address}>
            <span className={styles.toName}>{contactName(contact)}</span>
            {email !== undefined && email !== contactName(contact) && ` ${email}`}
          </span>
        </div>
        <div className={styles.subject}>
          <input
            aria-label={words.composer.subject}
            dir="auto"
            placeholder={letter.subject}
            value={props.subject}
            maxLength={500}
            onChange={(event) => props.onSubject(event.target.value)}
          />
          <IconButton label={words.composer.copySubject} icon={<Copy />} size="small" onPress={() => void sending.copySubject()} />
        </div>
        <Preview html={letter.html} />
      </div>
      <Checks content={content} subject={letter.subject} signed={letter.signed} />
      <footer className={styles.actions}>
        <Button kind="primary" icon={<Copy aria-hidden />} onPress={() => void sending.copy()} aria-keyshortcuts="Control+Enter Meta+Enter">
          {words.composer.copy}
        </Button>
        <Button icon={<Mail aria-hidden />} onPress={() => void sending.openInMail()}>
          {words.composer.openInMail}
        </Button>
        <SaveState autosave={autosave} copiedAt={recap.copiedAt} />
      </footer>
    </section>
  )
}

function useSending(id: string, letter: RecapText, email: string, autosave: Autosave) {
  const copy = async (said: string = words.composer.copied) => {
    // First the clipboard: it only answers right after a key or a click.
    const copied = await copyRecap(letter)
    if (!copied) {
      showToast({ message: words.composer.copyFailed, tone: 'error' })
      return
    }
    showToast({ message: said })
    await autosave.flush()
    await runCommand('markRecapCopied', { id }, { said: null })
  }
  const copySubject = async () => {
    const copied = await copyLine(letter.subject)
    showToast(copied ? { message: words.composer.subjectCopied } : { message: words.composer.copyFailed, tone: 'error' })
  }
  const openInMail = async () => {
    const link = mailLink(email, letter.subject, letter.text)
    if (link === null) {
      await copy(words.composer.copiedInstead)
      return
    }
    window.location.assign(link)
    await autosave.flush()
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
    event.preventDefault()
    void copy()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
  return { copy, copySubject, openInMail }
}

function Checks({ content, subject, signed }: { content: RecapContent; subject: string; signed: boolean }) {
  return (
    <ul className={styles.checks} aria-label={words.composer.checksTitle}>
      {checkRecap(content, subject, signed).map((check) => (
        <li key={check.name} className={classes(styles.check, !check.ok && styles.warning)}>
          {check.ok ? <Tick aria-hidden /> : <TriangleAlert aria-hidden />}
          {check.words}
        </li>
      ))}
    </ul>
  )
}

function SaveState({ autosave, copiedAt }: { autosave: Autosave; copiedAt: string | null }) {
  const reader = useReader()
  if (autosave.status === 'failed') {
    return (
      <div className={styles.failed} role="alert">
        <span>
          {words.composer.notSaved}. {autosave.error}
        </span>
        <Button size="small" onPress={() => void autosave.flush()}>
          {words.app.tryAgain}
        </Button>
      </div>
    )
  }
  return (
    <span className={styles.saved}>
      {copiedAt !== null && <span>{words.composer.copiedAt(dateAndTime(copiedAt, reader))}</span>}
      <span>{autosave.status === 'saving' ? words.composer.saving : words.composer.saved}</span>
    </span>
  )
}
