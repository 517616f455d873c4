import { Copy, Mail, RotateCcw, Send, StickyNote } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Recipient, TemplateSummary } from '../../../shared/api.ts'
import type { Id } from '../../../shared/id.ts'
import { messageFrom, obstaclesTo } from '../../../shared/message.ts'
import { words } from '../../../shared/strings/words.ts'
import { writing } from '../../../shared/strings/writing-words.ts'
import type { TemplateKind } from '../../../shared/template.ts'
import type { Touch } from '../../../shared/touch.ts'
import { bridge, useCall } from '../../api.ts'
import { AnywayDialog } from '../../ui/AnywayDialog.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DialogActions, DialogBody } from '../../ui/Dialog.tsx'
import { MessageChecks } from '../../ui/MessageChecks.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { showToast } from '../../ui/Toast.tsx'
import { useLeaving } from '../../ui/useLeaving.ts'
import styles from './Composer.module.css'
import { LogSent } from './LogSent.tsx'
import { useComposed, type Composing } from './useComposed.ts'

const say = writing.message
const kinds = (Object.keys(writing.templates.kinds) as TemplateKind[]).map((id) => ({ id, label: writing.templates.kinds[id] }))
const blank = 'blank'

export interface ComposerProps {
  recipient: Recipient
  /** The lead that the dialog was opened for. */
  first: Id
  /** The touch that the message is; null for one that was not planned. */
  touch: Touch | null
  templates: readonly TemplateSummary[]
  /** What to begin with. */
  templateId: Id | null
  onAnother: () => void
  onClose: () => void
}

/** The message, what to look at in it, and the ways in which it leaves. */
export function Composer({ recipient, first, touch, templates, templateId, onAnother, onClose }: ComposerProps) {
  const { leadId, addresses } = recipient
  // What is written for another lead is not kept with this one's touch.
  const own = leadId === first ? touch : null
  const composing = useComposed(leadId, own)
  const { message, change } = composing
  const [isLogging, setLogging] = useState(false)
  const filledName = useCall('getLead', { id: message.filledFor ?? leadId }).data?.contact.name
  const log = async () => {
    await composing.flush()
    setLogging(true)
  }
  const { leave, held } = useLeaving({
    ...message,
    address: addresses.email ?? '',
    log,
    nameOf: () => filledName ?? words.errors.leadGone,
    obstacles: async () => {
      const others = await bridge.call('findOthersNamed', { leadId, text: `${message.subject}\n${message.body}` })
      return obstaclesTo(message, leadId, others.ok ? others.data : [])
    },
  })
  const { fill } = useTemplates(composing, recipient, templates, templateId)
  if (isLogging) return <LogSent recipient={recipient} touch={own} composing={composing} onBack={() => setLogging(false)} onDone={onClose} />
  const isEmpty = message.body.trim() === ''
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (!isEmpty) void leave('copy')
  }
  return (
    <div className={styles.composer} role="presentation" onKeyDown={onKeyDown}>
      <DialogBody>
        <div className={styles.fields}>
          <Envelope recipient={recipient} composing={composing} templates={templates} onTemplate={fill} onAnother={onAnother} />
          <Warnings recipient={recipient} composing={composing} filledName={filledName ?? ''} onRefill={() => fill(message.templateId)} />
          {message.kind === 'email' && <TextField label={say.subject} maxLength={500} autoComplete="off" value={message.subject} onChange={(subject) => change({ subject })} />}
          <div className={styles.body}>
            <TextArea label={say.body} rows={10} maxLength={50_000} autoFocus value={message.body} onChange={(body) => change({ body })} />
          </div>
          <Personal recipient={recipient} />
          <MessageChecks kind={message.kind} text={message} dismissed={composing.dismissed} onDismiss={composing.dismiss} />
        </div>
      </DialogBody>
      <DialogActions>
        <output className={styles.state}>{composing.problem === '' ? (own === null ? say.keptHere : say.keptInTouch) : say.notKept(composing.problem)}</output>
        {message.kind === 'email' && (
          <>
            <Button kind="quiet" onPress={() => void leave('copy-subject')}>
              {say.copySubject}
            </Button>
            <Button kind="quiet" icon={<Mail aria-hidden />} isDisabled={isEmpty} onPress={() => void leave('mail')}>
              {say.openInMail}
            </Button>
          </>
        )}
        <Button icon={<Send aria-hidden />} onPress={() => void (message.kind === 'script' ? log() : leave('log'))}>
          {message.kind === 'script' ? say.logCalled : say.logSent}
        </Button>
        <Button kind="primary" icon={<Copy aria-hidden />} isDisabled={isEmpty} onPress={() => void leave('copy')} aria-keyshortcuts="Control+Enter Meta+Enter">
          {say.copy}
        </Button>
      </DialogActions>
      {held && <AnywayDialog {...held} />}
    </div>
  )
}

/** Fills templates in; the one that was asked for at once. What had been written can come back. */
function useTemplates({ message, replace }: Composing, { leadId, fields }: Recipient, templates: readonly TemplateSummary[], wanted: Id | null) {
  const fill = (id: Id | null) => {
    const template = templates.find((one) => one.id === id)
    replace(template ? messageFrom(template, leadId, fields) : { kind: message.kind, templateId: null, filledFor: null, subject: '', body: '' })
    if (message.body.trim() !== '') showToast({ message: template ? say.replaced : say.startedAnew, action: { label: words.app.undo, run: () => replace(message) } })
  }
  const isBegun = useRef(false)
  useEffect(() => {
    if (isBegun.current) return
    isBegun.current = true
    if (wanted !== null && message.templateId !== wanted) fill(wanted)
  })
  return { fill }
}

interface EnvelopeProps {
  recipient: Recipient
  composing: Composing
  templates: readonly TemplateSummary[]
  onTemplate: (id: Id | null) => void
  onAnother: () => void
}

function Envelope({ recipient: { name, addresses }, composing: { message, change }, templates, onTemplate, onAnother }: EnvelopeProps) {
  const offered = templates.filter(({ id, archivedAt }) => archivedAt === null || id === message.templateId)
  const options = [
    { id: blank, label: say.blank },
    // Those of the same kind come first.
    ...offered.toSorted((a, b) => Number(b.kind === message.kind) - Number(a.kind === message.kind)).map(({ id, name: label, kind }) => ({ id, label: `${label} · ${writing.templates.kinds[kind]}` })),
  ]
  return (
    <>
      <p className={styles.to}>
        <span className={styles.toLabel}>{say.to}</span>
        <strong dir="auto">{name}</strong>
        <span className={styles.address}>{addresses[message.kind] ?? say.noAddress[message.kind]}</span>
        <Button size="small" kind="quiet" onPress={onAnother}>
          {say.another}
        </Button>
      </p>
      <div className={styles.choice}>
        <Select label={say.template} options={options} value={message.templateId ?? blank} onChange={(id) => onTemplate(id === blank ? null : id)} />
        <Select<TemplateKind> label={say.kind} options={kinds} value={message.kind} isDisabled={message.templateId !== null} onChange={(kind) => change({ kind })} />
      </div>
    </>
  )
}

interface WarningsProps {
  recipient: Recipient
  composing: Composing
  filledName: string
  onRefill: () => void
}

/** What speaks against this message: the rules of the person, and that it was filled in for another one. */
function Warnings({ recipient: { leadId, name, bars }, composing: { message, change }, filledName, onRefill }: WarningsProps) {
  const bar = bars[message.kind]
  const isForeign = message.filledFor !== null && message.filledFor !== leadId
  const refill = message.templateId === null ? null : (
    <Button size="small" icon={<RotateCcw aria-hidden />} onPress={onRefill}>
      {say.fillAgain(name)}
    </Button>
  )
  return (
    <>
      {bar !== null && <Banner tone="warning">{writing.mailing.barred[bar]}</Banner>}
      {isForeign && (
        <Banner tone="warning" action={refill ?? <Button size="small" onPress={() => change({ filledFor: leadId })}>{say.isFor(name)}</Button>}>
          {say.obstacles.otherLead(filledName)}
        </Banner>
      )}
    </>
  )
}

/** What to remember of the person while writing (practice P11). */
export function Personal({ recipient: { personal } }: { recipient: Pick<Recipient, 'personal'> }) {
  const notes = [personal.howWeMet, personal.notes].filter((note) => note.trim() !== '')
  if (notes.length === 0) return null
  return (
    <section className={styles.personal} aria-label={writing.mailing.personal}>
      <StickyNote aria-hidden />
      <p dir="auto">{notes.join('\n')}</p>
    </section>
  )
}
