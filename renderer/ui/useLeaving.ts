import { useState } from 'react'
import { mailLink } from '../../shared/mail-link.ts'
import { obstacleWords, type Obstacle } from '../../shared/message.ts'
import { writing } from '../../shared/strings/writing-words.ts'
import type { TemplateText } from '../../shared/template.ts'
import type { Id } from '../../shared/id.ts'
import { copyText } from './clipboard.ts'
import { showToast } from './Toast.tsx'

const say = writing.message

/** A way in which a message leaves the app, or is told to have left it. */
export type Way = 'copy' | 'copy-subject' | 'mail' | 'log'

export interface Leaving extends TemplateText {
  /** The e-mail address that it goes to; empty where none is known. */
  address: string
  /** Looks for what stands in the way, at the moment when it is asked. */
  obstacles: () => Promise<Obstacle[]>
  /** Logs it as sent. */
  log: () => Promise<void>
  nameOf: (leadId: Id) => string
}

/** A way that waits for its second step. */
export interface Held {
  title: string
  obstacles: string[]
  anyway: string
  onAnyway: () => void
  onClose: () => void
}

const anyways = { copy: say.copyAnyway, 'copy-subject': say.copyAnyway, mail: say.openAnyway, log: say.logAnyway }
const titles = { copy: say.notCopied, 'copy-subject': say.notCopied, mail: say.notOpened, log: say.notLogged }

/**
 * Lets a message leave: at once when nothing stands in the way, else after a second step that names what does (practice
 * P11). `held` is that step, for an AnywayDialog.
 */
export function useLeaving({ subject, body, address, obstacles, log, nameOf }: Leaving) {
  const [held, setHeld] = useState<Held | null>(null)
  /** What left by a second step is logged without another one. */
  const [agreed, setAgreed] = useState<string | null>(null)
  const whole = `${subject}\n${body}`
  const go = async (way: Way) => {
    if (way === 'log') return log()
    const link = way === 'mail' ? mailLink(address, subject, body) : null
    if (link !== null) return window.location.assign(link)
    const copied = await copyText(way === 'copy-subject' ? subject : body)
    if (!copied) showToast({ message: say.copyFailed, tone: 'error' })
    else showToast({ message: way === 'mail' ? say.copiedInstead : way === 'copy' ? say.copied : say.subjectCopied })
  }
  const leave = async (way: Way) => {
    const found = way === 'log' && agreed === whole ? [] : await obstacles()
    if (found.length === 0) return go(way)
    const onClose = () => setHeld(null)
    const onAnyway = () => {
      onClose()
      setAgreed(whole)
      void go(way)
    }
    const open = found.flatMap((obstacle) => (obstacle.kind === 'unfilled' ? obstacle.what : []))
    const others = found.filter((obstacle) => obstacle.kind !== 'unfilled').map((obstacle) => obstacleWords(obstacle, nameOf))
    const what = found.map((obstacle) => (obstacle.kind === 'unfilled' ? obstacle.what : obstacle.kind === 'other-lead' ? nameOf(obstacle.leadId) : obstacle.person.what))
    setHeld({ title: titles[way], obstacles: open.length === 0 ? others : [...others, say.obstacles.unfilled(say.and(open))], anyway: anyways[way](say.and(what)), onAnyway, onClose })
  }
  return { leave, held }
}
