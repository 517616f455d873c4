import { Check, Copy, Mail, Pencil, RotateCcw, SkipForward, StickyNote } from 'lucide-react'
import { useCallback, useMemo, useState, type KeyboardEvent } from 'react'
import { useLocation } from 'wouter'
import type { MessageCheck } from '../../shared/message-checks.ts'
import { obstaclesTo } from '../../shared/message.ts'
import { writing } from '../../shared/strings/writing-words.ts'
import type { TemplateText } from '../../shared/template.ts'
import { bridge, runCommand, useConnection } from '../api.ts'
import { AnywayDialog } from '../ui/AnywayDialog.tsx'
import { useAutosave } from '../ui/autosave.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { KeyHelp } from '../ui/KeyHelp.tsx'
import { useScreenKeys } from '../ui/keys.ts'
import { MessageChecks } from '../ui/MessageChecks.tsx'
import { MessagePaper } from '../ui/MessagePaper.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useLeaving } from '../ui/useLeaving.ts'
import type { MailingData } from './data.ts'
import { PassedOver } from './PassedOver.tsx'
import styles from './OneMessage.module.css'

const say = writing.mailing

export interface OneMessageProps {
  data: MailingData
  next: NonNullable<MailingData['next']>
}

/** The message to the lead that comes next. One key copies it, one logs it and goes on, one skips, one edits. */
export function OneMessage({ data: { mailing, passedOver }, next }: OneMessageProps) {
  const { id, kind } = mailing
  const { recipient } = next
  const { leadId, name } = recipient
  const [, navigate] = useLocation()
  const draft = useDraft(id, next)
  const { text, isEditing } = draft
  const [dismissed, setDismissed] = useState<MessageCheck['name'][]>([])
  const [isPending, setPending] = useState(false)
  const handle = async (how: 'sent' | 'skipped') => {
    await draft.flush()
    await runCommand('handleMailing', { id, leadId, how, text: how === 'sent' ? text : null }, { said: how === 'sent' ? say.sentTo(name) : say.skipped(name) })
  }
  const { leave, held } = useLeaving({
    ...text,
    address: recipient.addresses.email ?? '',
    log: async () => handle('sent'),
    nameOf: () => name,
    obstacles: async () => {
      const others = await bridge.call('findOthersNamed', { leadId, text: `${text.subject}\n${text.body}` })
      return obstaclesTo({ ...text, filledFor: leadId }, leadId, others.ok ? others.data : [])
    },
  })
  // A key that is held down, or pressed twice, must not go on over the next lead unseen.
  const once = async (work: () => Promise<void>) => {
    if (isPending) return
    setPending(true)
    await work()
    setPending(false)
  }
  const sent = async () => once(async () => leave('log'))
  const skip = async () => once(async () => handle('skipped'))
  useScreenKeys({
    c: () => void leave('copy'),
    u: () => kind === 'email' && void leave('copy-subject'),
    m: () => kind === 'email' && void leave('mail'),
    s: ({ repeat }) => !repeat && void sent(),
    k: ({ repeat }) => !repeat && void skip(),
    e: () => draft.setEditing(true),
    escape: () => navigate('/playbook/templates'),
  })
  return (
    <div className={styles.screen}>
      <section className={styles.main} aria-label={say.next(name)}>
        <header className={styles.head}>
          <h2 dir="auto">{say.next(name)}</h2>
          <span className={styles.address}>{recipient.addresses[kind]}</span>
          {draft.isEdited && <Chip>{say.edited}</Chip>}
        </header>
        {isEditing ? <Editing kind={kind} draft={draft} /> : <MessagePaper kind={kind} text={text} />}
        <footer className={styles.actions}>
          <Button icon={<Copy aria-hidden />} onPress={() => void leave('copy')} aria-keyshortcuts="C">
            {writing.message.copy}
          </Button>
          {kind === 'email' && (
            <>
              <Button kind="quiet" onPress={() => void leave('copy-subject')} aria-keyshortcuts="U">
                {writing.message.copySubject}
              </Button>
              <Button kind="quiet" icon={<Mail aria-hidden />} onPress={() => void leave('mail')} aria-keyshortcuts="M">
                {writing.message.openInMail}
              </Button>
            </>
          )}
          <Button kind="quiet" icon={<Pencil aria-hidden />} onPress={() => draft.setEditing(!isEditing)} aria-keyshortcuts="E">
            {isEditing ? say.editDone : say.edit}
          </Button>
          {draft.isEdited && (
            <Button kind="quiet" icon={<RotateCcw aria-hidden />} onPress={draft.asTemplate}>
              {say.asTemplate}
            </Button>
          )}
          <span className={styles.onward}>
            <Button icon={<SkipForward aria-hidden />} onPress={() => void skip()} aria-keyshortcuts="K">
              {say.skip}
            </Button>
            <Button kind="primary" icon={<Check aria-hidden />} onPress={() => void sent()} aria-keyshortcuts="S">
              {say.sent}
            </Button>
          </span>
        </footer>
        {draft.problem !== '' && <p className={styles.problem} role="alert">{writing.message.notKept(draft.problem)}</p>}
        {!isEditing && <KeyHelp help={helpFor(kind)} />}
      </section>
      <aside className={styles.aside} aria-label={writing.messageChecks.title}>
        <MessageChecks kind={kind} text={text} dismissed={dismissed} onDismiss={(check) => setDismissed([...dismissed, check])} />
        <Person recipient={recipient} />
        <PassedOver passedOver={passedOver} />
      </aside>
      {held && <AnywayDialog {...held} />}
    </div>
  )
}

/** The text for this lead: as the template has it until it is edited; what is edited is kept as it is typed. */
function useDraft(id: string, { recipient: { leadId }, subject, body, isEdited }: OneMessageProps['next']) {
  const [typed, setTyped] = useState<TemplateText | null>(isEdited ? { subject, body } : null)
  const [isEditing, setEditing] = useState(false)
  const [start] = useState({ typed })
  const value = useMemo(() => ({ typed }), [typed])
  const save = useCallback((changes: Partial<typeof value>) => runCommand('editMailingDraft', { id, leadId, text: changes.typed ?? null }, { ownErrors: true }), [id, leadId])
  const { flush, error } = useAutosave(start, value, save, useConnection() === 'open')
  const text = typed ?? { subject, body }
  return {
    text,
    problem: error,
    flush,
    isEditing,
    setEditing,
    isEdited: typed !== null,
    change: (changes: Partial<TemplateText>) => setTyped({ ...text, ...changes }),
    asTemplate: () => setTyped(null),
  }
}

type Draft = ReturnType<typeof useDraft>

function Editing({ kind, draft: { text, change, setEditing } }: { kind: string; draft: Draft }) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
    event.preventDefault()
    event.stopPropagation()
    setEditing(false)
  }
  return (
    <div className={styles.editing} role="presentation" onKeyDownCapture={onKeyDown}>
      {kind === 'email' && <TextField label={writing.message.subject} maxLength={500} autoComplete="off" value={text.subject} onChange={(subject) => change({ subject })} />}
      <TextArea label={writing.message.body} rows={14} maxLength={50_000} autoFocus value={text.body} onChange={(body) => change({ body })} />
    </div>
  )
}

function Person({ recipient: { leadId, company, personal } }: Pick<OneMessageProps['next'], 'recipient'>) {
  const notes = [personal.howWeMet, personal.notes].filter((note) => note.trim() !== '')
  return (
    <section className={styles.person}>
      {company !== '' && <p dir="auto">{company}</p>}
      {notes.length > 0 && (
        <p className={styles.notes} dir="auto">
          <StickyNote aria-label={say.personal} /> {notes.join('\n')}
        </p>
      )}
      <a href={`#/lead/${leadId}`}>{say.openLead}</a>
    </section>
  )
}

/** Only an email has a subject, and goes to a mail program. */
function helpFor(kind: string) {
  return say.keys.filter(({ key }) => kind === 'email' || (key !== 'U' && key !== 'M')).map(({ key, does }) => ({ keys: [key], does }))
}
