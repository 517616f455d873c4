import { useEffect, useEffectEvent, useState } from 'react'
import type { CallOutput } from '../../shared/api.ts'
import { dueWords } from '../../shared/format.ts'
import { mailLink } from '../../shared/mail-link.ts'
import type { RecapText } from '../../shared/recap-text.ts'
import type { RecapVersion } from '../../shared/recap.ts'
import { words } from '../../shared/strings/words.ts'
import { bridge, runCommand } from '../api.ts'
import { copyText } from '../ui/clipboard.ts'
import { download } from '../ui/download.ts'
import { isCovered } from '../ui/keys.ts'
import { useReader } from '../ui/Reader.tsx'
import { showToast } from '../ui/Toast.tsx'
import type { Autosave } from '../ui/autosave.ts'
import { copyRecap } from './clipboard.ts'
import type { Content } from './draft.ts'

const say = words.composer

/** The ways in which a letter leaves the composer. */
export type Way = 'copy' | 'mail' | 'file' | 'print' | 'pdf' | 'sent'

export interface Sending {
  /** Starts a way out, or asks first where something is still to be filled in. */
  start: (way: Way) => void
  copySubject: () => Promise<void>
  /** What was started and waits for a second word. */
  asked: Way | null
  /** Goes on with what was asked about, or leaves it. */
  answer: (goesOn: boolean) => void
}

export interface Leaving {
  id: string
  letter: RecapText
  content: Content
  /** The address it goes to; empty when there is none. */
  email: string
  /** What stands in it that was to be filled in (practice P11); null when nothing does. */
  unfilled: string | null
  autosave: Autosave
}

/** Takes the letter out of the composer, and keeps that it left. Ctrl+Enter copies, with Shift it marks as sent. */
export function useSending(leaving: Leaving): Sending {
  const { letter, unfilled } = leaving
  const [asked, setAsked] = useState<Way | null>(null)
  const ways = useWays(leaving)
  const start = (way: Way) => {
    if (unfilled !== null) setAsked(way)
    else void ways[way]()
  }
  const answer = (goesOn: boolean) => {
    setAsked(null)
    if (goesOn && asked !== null) void ways[asked]()
  }
  const copySubject = async () => {
    const copied = await copyText(letter.subject)
    showToast(copied ? { message: say.subjectCopied } : { message: say.copyFailed, tone: 'error' })
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing || isCovered()) return
    event.preventDefault()
    start(event.shiftKey ? 'sent' : 'copy')
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
  return { start, copySubject, asked, answer }
}

function useWays({ id, letter, content, email, autosave }: Leaving): Record<Way, () => Promise<void>> {
  const reader = useReader()
  const left = async (how: Exclude<RecapVersion['how'], 'sent'>) => {
    if (await autosave.flush()) await runCommand('markRecapCopied', { id, how }, { said: null })
  }
  const sent = async () => {
    // What is not on disk could not be taken for sent; the composer says why it is not.
    if (!(await autosave.flush())) return showToast({ message: `${say.notSaved}. ${say.notSent}`, tone: 'error' })
    const next = content.next === null ? null : dueWords(content.next.due, reader)
    await runCommand('sendRecap', { id }, { said: (done) => sentWords(done, next) })
  }
  const copy = async (said: string = say.copied) => {
    // First the clipboard: it only answers right after a key or a click.
    if (!(await copyRecap(letter))) return showToast({ message: say.copyFailed, tone: 'error' })
    showToast({ message: said, action: { label: say.markSent, run: () => void sent() } })
    await left('copied')
  }
  const mail = async () => {
    const link = mailLink(email, letter.subject, letter.text)
    if (link === null) return copy(say.copiedInstead)
    window.location.assign(link)
    showToast({ message: say.openedInMail, action: { label: say.markSent, run: () => void sent() } })
    await left('mailed')
  }
  const file = async () => {
    if (!(await autosave.flush())) return showToast({ message: `${say.notSaved}. ${say.notInFile}`, tone: 'error' })
    const reply = await bridge.call('recapFile', { id, locale: reader.locale })
    if (!reply.ok) return showToast({ message: reply.error.message, tone: 'error' })
    download(reply.data.name, reply.data.type, reply.data.text)
    showToast({ message: say.fileSaved(reply.data.name), action: { label: say.markSent, run: () => void sent() } })
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
