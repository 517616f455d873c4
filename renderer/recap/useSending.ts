import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { CallOutput } from '../../shared/api.ts'
import { dueWords } from '../../shared/format.ts'
import { mailLink } from '../../shared/mail-link.ts'
import type { RecapText } from '../../shared/recap-text.ts'
import type { RecapContent, RecapVersion } from '../../shared/recap.ts'
import { composerWords } from '../../shared/strings/composer-words.ts'
import { bridge, runCommand } from '../api.ts'
import type { AnywayDialogProps } from '../ui/AnywayDialog.tsx'
import { copyText } from '../ui/clipboard.ts'
import { download } from '../ui/download.ts'
import { isCovered } from '../ui/keys.ts'
import { useReader } from '../ui/Reader.tsx'
import { showPassingToast, showToast } from '../ui/Toast.tsx'
import type { Autosave } from '../ui/autosave.ts'
import { copyRecap } from './clipboard.ts'
import { unfilledFields } from './checks.ts'
import type { Content, DraftChange } from './draft.ts'

const say = composerWords

/** The ways in which a letter leaves the composer. */
export type Way = 'copy' | 'mail' | 'file' | 'print' | 'pdf' | 'sent'

export interface Sending {
  /** Starts a way out, or asks first where something is still to be filled in. */
  start: (way: Way) => void
  copySubject: () => Promise<void>
  /** What was started and waits for a second step, for an AnywayDialog. */
  held: AnywayDialogProps | null
}

export interface Leaving {
  id: string
  /** What a text makes of a letter. */
  letterOf: (content: RecapContent) => RecapText
  content: Content
  /** The address it goes to; empty when there is none. */
  email: string
  autosave: Autosave
  change: (change: DraftChange) => void
}

/** Takes the letter out of the composer, and keeps that it left. Ctrl+Enter copies, with Shift it marks as sent. */
export function useSending(leaving: Leaving): Sending {
  const { letterOf, content } = leaving
  const [asked, setAsked] = useState<{ way: Way; fields: string[] } | null>(null)
  const ways = useWays(leaving)
  const start = (way: Way) => {
    const fields = unfilledFields(content, letterOf(content).subject)
    if (fields.length === 0) void ways[way]()
    else setAsked({ way, fields })
  }
  const onClose = () => setAsked(null)
  const held = asked && {
    title: say.unfilledTitle,
    obstacles: asked.fields.map(say.unfilled),
    anyway: say.anyway[asked.way],
    onAnyway: () => {
      onClose()
      void ways[asked.way]()
    },
    onClose,
  }
  const copySubject = async () => {
    const copied = await copyText(letterOf(content).subject)
    showToast(copied ? { message: say.subjectCopied } : { message: say.copyFailed, tone: 'error' })
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing || isCovered()) return
    event.preventDefault()
    event.stopPropagation()
    // A key that is held down was pressed once.
    if (!event.repeat) start(event.shiftKey ? 'sent' : 'copy')
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    // On the way down: the parts of a date and a time keep every key to themselves on the way up.
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])
  return { start, copySubject, held }
}

function useWays({ id, letterOf, content, email, autosave, change }: Leaving): Record<Way, () => Promise<void>> {
  const reader = useReader()
  const offered = useRef<{ content: Content; withdraw: () => void } | null>(null)
  // Once it says something else, it is not what left that would be marked as sent.
  useEffect(() => {
    if (offered.current !== null && offered.current.content !== content) offered.current.withdraw()
  }, [content])
  const offerSent = (message: string) => {
    offered.current = { content, withdraw: showPassingToast({ message, action: { label: say.markSent, run: () => void sent() } }) }
  }
  const left = async (how: Exclude<RecapVersion['how'], 'sent'>) => {
    if (await autosave.flush()) await runCommand('markRecapCopied', { id, how }, { said: null })
  }
  const sent = async () => {
    // The proposed subject is the one that went out, whatever would be proposed later.
    if (content.subject.trim() === '') flushSync(() => change({ kind: 'subject', subject: letterOf(content).subject }))
    // What is not on disk could not be taken for sent; the composer says why it is not.
    if (!(await autosave.flush())) return showToast({ message: `${say.notSaved}. ${say.notSent}`, tone: 'error' })
    const next = content.next === null ? null : dueWords(content.next.due, reader)
    await runCommand('sendRecap', { id }, { said: (done) => sentWords(done, next) })
  }
  const copy = async (said: string = say.copied) => {
    // First the clipboard: it only answers right after a key or a click.
    if (!(await copyRecap(letterOf(content)))) return showToast({ message: say.copyFailed, tone: 'error' })
    offerSent(said)
    await left('copied')
  }
  const mail = async () => {
    const { subject, text } = letterOf(content)
    const link = mailLink(email, subject, text)
    if (link === null) return copy(say.copiedInstead)
    window.location.assign(link)
    offerSent(say.openedInMail)
    await left('mailed')
  }
  const file = async () => {
    if (!(await autosave.flush())) return showToast({ message: `${say.notSaved}. ${say.notInFile}`, tone: 'error' })
    const reply = await bridge.call('recapFile', { id, locale: reader.locale })
    if (!reply.ok) return showToast({ message: reply.error.message, tone: 'error' })
    download(reply.data.name, reply.data.type, reply.data.text)
    offerSent(say.fileSaved(reply.data.name))
    await left('saved')
  }
  const pdf = async () => {
    if (!(await autosave.flush())) return showToast({ message: `${say.notSaved}. ${say.notInFile}`, tone: 'error' })
    const reply = await bridge.call('saveRecapPdf', { id, locale: reader.locale })
    if (!reply.ok) return showToast({ message: reply.error.message, tone: 'error' })
    if (!reply.data.saved) return
    showToast({ message: say.pdfSaved })
    await left('saved')
  }
  const print = async () => {
    await autosave.flush()
    window.print()
  }
  return { copy: () => copy(), mail, file, print, pdf, sent }
}

/** What became of a recap that was sent: what was logged, noted and planned. */
function sentWords({ promises, questions }: CallOutput<'sendRecap'>, next: string | null): string {
  const parts = [say.sentLogged, promises === 0 ? '' : say.sentPromises(promises), questions === 0 ? '' : say.sentQuestions(questions), next === null ? '' : say.sentNext(next)]
  return `${parts.filter((part) => part !== '').join(', ')}.`
}
