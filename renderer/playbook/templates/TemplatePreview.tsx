import { UserRoundSearch } from 'lucide-react'
import { useState } from 'react'
import type { MessageCheck } from '../../../shared/message-checks.ts'
import { filledText } from '../../../shared/message.ts'
import { writing } from '../../../shared/strings/writing-words.ts'
import type { TemplateFacts } from '../../../shared/template.ts'
import { useCall } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { LeadPicker } from '../../ui/LeadPicker.tsx'
import { MessageChecks } from '../../ui/MessageChecks.tsx'
import { MessagePaper } from '../../ui/MessagePaper.tsx'
import { useReader } from '../../ui/Reader.tsx'
import { useRemembered } from '../../ui/useRemembered.ts'
import styles from './TemplatePreview.module.css'

const say = writing.templates

/** What a template says to one lead, or to a made-up person while none is chosen, and what to look at in it. */
export function TemplatePreview({ draft }: { draft: TemplateFacts }) {
  const { locale } = useReader()
  const [leadId, setLeadId] = useRemembered<string | null>('template.preview', null)
  const [isChoosing, setChoosing] = useState(false)
  const [dismissed, setDismissed] = useState<MessageCheck['name'][]>([])
  const recipient = useCall('getRecipient', { leadId: leadId ?? '', touchId: null, locale }, { enabled: leadId !== null }).data
  const { subject, body } = filledText(draft, recipient?.fields ?? say.example)
  const text = { subject: draft.kind === 'email' ? subject : '', body }
  return (
    <aside className={styles.preview} aria-label={say.preview}>
      <div className={styles.head}>
        <h2>{recipient ? say.previewFor(recipient.name) : say.previewExample}</h2>
        <Button size="small" icon={<UserRoundSearch aria-hidden />} onPress={() => setChoosing(true)}>
          {say.chooseLead}
        </Button>
      </div>
      <MessagePaper kind={draft.kind} text={text} />
      <MessageChecks kind={draft.kind} text={text} dismissed={dismissed} onDismiss={(name) => setDismissed([...dismissed, name])} />
      {isChoosing && <ChooseLead onChoose={setLeadId} onClose={() => setChoosing(false)} />}
    </aside>
  )
}

function ChooseLead({ onChoose, onClose }: { onChoose: (leadId: string) => void; onClose: () => void }) {
  const board = useCall('getBoard', { limit: null })
  const choose = (leadId: string) => {
    onChoose(leadId)
    onClose()
  }
  return <LeadPicker title={say.chooseLeadTitle} leads={board.data?.cards} problem={board.error?.message} onChoose={choose} onClose={onClose} />
}
