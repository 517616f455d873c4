import { useState, type FormEvent } from 'react'
import type { Recipient } from '../../../shared/api.ts'
import { channelOf, messageText } from '../../../shared/message.ts'
import { writing } from '../../../shared/strings/writing-words.ts'
import type { Touch } from '../../../shared/touch.ts'
import { useCall, useCommand } from '../../api.ts'
import { TouchForm, useTouchContext } from '../../touch/TouchForm.tsx'
import { AfterTouchFields, useAfterTouch, type TouchContext } from '../../ui/AfterTouch.tsx'
import { Button } from '../../ui/Button.tsx'
import { DialogActions, DialogBody } from '../../ui/Dialog.tsx'
import { Spinner } from '../../ui/States.tsx'
import styles from './Composer.module.css'
import type { Composing } from './useComposed.ts'

const say = writing.message

export interface LogSentProps {
  recipient: Recipient
  touch: Touch | null
  composing: Composing
  onBack: () => void
  onDone: () => void
}

/** Logs a message that was sent, and asks for what comes next, which is already filled in (practice P2). A call is told as any other. */
export function LogSent(props: LogSentProps) {
  const { recipient, touch, composing, onDone } = props
  const channel = channelOf(composing.message.kind)
  const context = useTouchContext(recipient.leadId, touch, { channel, outcome: null })
  if (channel === 'call') {
    return (
      <DialogBody>
        <TouchForm work={touch ? 'complete' : 'log'} leadId={recipient.leadId} touch={touch} name={recipient.name} onClose={onDone} />
      </DialogBody>
    )
  }
  if (context === null) return <DialogBody><Spinner /></DialogBody>
  return <Sent {...props} context={context} />
}

function Sent({ recipient: { leadId, name }, touch, composing, context, onBack, onDone }: LogSentProps & { context: TouchContext }) {
  const { message, forget } = composing
  const after = useAfterTouch(context, touch?.id ?? null)
  const drafts = useCall('getNoteDrafts', {}).data ?? []
  const complete = useCommand('completeTouch', { said: say.sent(name), ownErrors: true })
  const log = useCommand('logTouch', { said: say.sent(name), ownErrors: true })
  const [refusal, setRefusal] = useState<string | null>(null)
  const isPending = complete.pending || log.pending
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const next = after.answer()
    if (next === null || isPending) return
    const text = messageText(message)
    // A note about the same touch that is being written elsewhere comes along.
    const noted = drafts.find(({ id }) => id === touch?.id)?.notes ?? ''
    const reply = touch
      ? await complete.run({ id: touch.id, outcome: null, notes: [noted, text].filter((part) => part !== '').join('\n\n'), ...next })
      : await log.run({ leadId, channel: channelOf(message.kind), outcome: null, notes: '', message: { templateId: message.templateId, text }, ...next })
    if (!reply.ok) return setRefusal(reply.error.message)
    forget()
    onDone()
  }
  return (
    <form className={styles.composer} onSubmit={(event) => void send(event)} noValidate aria-label={say.logSent}>
      <DialogBody>
        <AfterTouchFields after={after} context={context} touchId={touch?.id ?? null} outcome={null} autoFocus />
      </DialogBody>
      <DialogActions>
        <output className={styles.state}>{refusal}</output>
        <Button onPress={onBack}>{say.back}</Button>
        <Button kind="primary" type="submit" isDisabled={isPending}>
          {say.logSent}
        </Button>
      </DialogActions>
    </form>
  )
}
