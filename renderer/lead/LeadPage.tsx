import { EllipsisVertical, FileText, Mail, Trash2 } from 'lucide-react'
import { useLocation } from 'wouter'
import { contactName } from '../../shared/contact.ts'
import { kindOf } from '../../shared/message.ts'
import { words } from '../../shared/strings/words.ts'
import { writing } from '../../shared/strings/writing-words.ts'
import { nextTouch } from '../../shared/touch.ts'
import { runCommand, useCall } from '../api.ts'
import { writeRecap } from '../touch/writeRecap.ts'
import { useAppActions } from '../ui/AppActions.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { useScreenKeys } from '../ui/keys.ts'
import { Menu } from '../ui/Menu.tsx'
import { useReader } from '../ui/Reader.tsx'
import { ErrorState, Spinner } from '../ui/States.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import type { LeadData } from './data.ts'
import { Enrolment } from './Enrolment.tsx'
import { Facts } from './Facts.tsx'
import { Given } from './Given.tsx'
import styles from './LeadPage.module.css'
import { Needs } from './Needs.tsx'
import { NextStep } from './NextStep.tsx'
import { Silence } from './Silence.tsx'
import { Promises } from './Promises.tsx'
import { Questions } from './Questions.tsx'
import { StageMenu } from './StageMenu.tsx'
import { Timeline } from './Timeline.tsx'

export interface LeadPageProps {
  id: string
  /** What the address asks to add: a promise or a question; anything else is nothing. */
  add?: string | undefined
}

/** One lead: its next step, what was done and what is due, and the facts about the person. */
export function LeadPage({ id, add }: LeadPageProps) {
  const lead = useCall('getLead', { id })
  // A lead that was deleted is gone from the screen; one that only cannot be asked for just now stays.
  if (lead.isError && (!lead.data || lead.error.code === 'not-found')) {
    return (
      <>
        <TopBar title={words.lead.title} />
        <ErrorState message={lead.error.message} onRetry={() => void lead.refetch()} />
      </>
    )
  }
  return lead.data ? <Loaded data={lead.data} add={add} /> : <Spinner />
}

function Loaded({ data, add }: { data: LeadData; add: string | undefined }) {
  const { lead, contact } = data
  const name = contactName(contact)
  const reader = useReader()
  const [, navigate] = useLocation()
  const write = () => void writeRecap(lead.id, null, reader)
  const { compose } = useAppActions()
  // A message that is the next step is kept with that, and completes it once it is logged.
  const next = nextTouch(data.touches, reader.zone)
  const isWritten = next !== null && kindOf(next.channel) !== 'script'
  const writeMessage = () => compose({ leadId: lead.id, ...(isWritten && { touchId: next.id }) })
  const remove = async () => {
    const reply = await runCommand('deleteLeads', { ids: [lead.id] }, { said: words.lead.deleted(name) })
    if (reply.ok) navigate('/board')
  }
  // In the address, so that other places can ask for it as well.
  const adding = (what: 'promise' | 'question') => ({
    adding: add === what,
    onAdd: (isOpen: boolean) => navigate(isOpen ? `/lead/${lead.id}/${what}` : `/lead/${lead.id}`, { replace: true }),
  })
  const [promise, question] = [adding('promise'), adding('question')]
  useScreenKeys({ w: write, m: writeMessage, p: () => promise.onAdd(true), q: () => question.onAdd(true) })
  return (
    <>
      <TopBar
        title={name}
        actions={
          <>
            <IconButton label={writing.message.button} icon={<Mail />} keys="M" onPress={writeMessage} aria-keyshortcuts="M" />
            <Button icon={<FileText aria-hidden />} onPress={write} aria-keyshortcuts="W">
              {words.lead.writeRecap}
            </Button>
            <Menu
              trigger={<IconButton label={words.lead.more} icon={<EllipsisVertical />} />}
              label={words.lead.more}
              choices={[{ id: 'delete', label: words.lead.delete, icon: <Trash2 aria-hidden />, danger: true }]}
              onChoose={() => void remove()}
            />
          </>
        }
      >
        {contact.company !== '' && contact.company !== name && <span className={styles.company}>{contact.company}</span>}
        <StageMenu data={data} />
      </TopBar>
      <div className={styles.page}>
        <div className={styles.main}>
          <Silence data={data} name={name} />
          <NextStep data={data} name={name} />
          <Enrolment data={data} />
          <Needs lead={data.lead} />
          <Promises data={data} {...promise} />
          <Questions data={data} {...question} />
          <Given data={data} name={name} />
          <Timeline data={data} name={name} />
        </div>
        <Facts data={data} />
      </div>
    </>
  )
}
