import { CircleCheckBig, Hourglass, PauseCircle } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { wholeNumber } from '../../shared/format.ts'
import { writing } from '../../shared/strings/writing-words.ts'
import { runCommand, useCall } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { useReader } from '../ui/Reader.tsx'
import { EmptyState, ErrorState, Spinner } from '../ui/States.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import type { MailingData } from './data.ts'
import styles from './MailingPage.module.css'
import { OneMessage } from './OneMessage.tsx'
import { PassedOver } from './PassedOver.tsx'

const say = writing.mailing

/** Goes through many leads, one personal message at a time (practice P13). */
export function MailingPage({ id }: { id: string }) {
  const { locale } = useReader()
  const [, navigate] = useLocation()
  const mailing = useCall('getMailing', { id, locale }, { keep: true })
  const later = (
    <Button kind="quiet" icon={<PauseCircle aria-hidden />} onPress={() => navigate('/playbook/templates')}>
      {mailing.data?.mailing.endedAt === null ? say.later : say.toTemplates}
    </Button>
  )
  if (!mailing.data || (mailing.isError && mailing.error.code === 'not-found')) {
    return (
      <>
        <TopBar title={say.title} actions={later} />
        {mailing.isError ? <ErrorState message={mailing.error.message} onRetry={() => void mailing.refetch()} /> : <Spinner />}
      </>
    )
  }
  const { data } = mailing
  return (
    <>
      <TopBar title={data.mailing.name} actions={later}>
        <Progress data={data} />
      </TopBar>
      {data.next ? <OneMessage key={data.next.recipient.leadId} data={data} next={data.next} /> : <Nobody data={data} />}
    </>
  )
}

function Progress({ data: { mailing } }: { data: MailingData }) {
  const { locale } = useReader()
  const { sent, skipped, of } = mailing
  const done = sent + skipped
  const written = say.progress(wholeNumber(done, locale), wholeNumber(of, locale))
  return (
    <div className={styles.progress}>
      <ProgressBar label={written} value={done} max={Math.max(of, 1)} />
      <output>{written}</output>
      <span className={styles.counts}>{say.progressWords(wholeNumber(sent, locale), wholeNumber(skipped, locale))}</span>
    </div>
  )
}

/** Nobody comes next: all were seen to, it was ended, or whoever is left cannot be written to now. */
function Nobody({ data: { mailing, passedOver } }: { data: MailingData }) {
  const { locale } = useReader()
  const [, navigate] = useLocation()
  const [isPending, setPending] = useState(false)
  const { id, sent, skipped, of, endedAt } = mailing
  const run = async (command: 'stopMailing' | 'resumeMailing') => {
    setPending(true)
    await runCommand(command, { id })
    setPending(false)
  }
  const toTemplates = (
    <Button kind="primary" onPress={() => navigate('/playbook/templates')} autoFocus>
      {say.toTemplates}
    </Button>
  )
  const counts = [wholeNumber(sent, locale), wholeNumber(skipped, locale)] as const
  if (endedAt === null) {
    return (
      <div className={styles.rest}>
        <EmptyState icon={<Hourglass />} title={say.restTitle} actions={<>{toTemplates}<Button isDisabled={isPending} onPress={() => void run('stopMailing')}>{say.end}</Button></>}>
          {say.restBody(passedOver.length, wholeNumber(passedOver.length, locale))}
        </EmptyState>
        <PassedOver passedOver={passedOver} isOpen />
      </div>
    )
  }
  const isWhole = sent + skipped === of
  return (
    <EmptyState
      icon={isWhole ? <CircleCheckBig /> : <PauseCircle />}
      title={isWhole ? say.finishedTitle : say.endedTitle}
      actions={<>{toTemplates}{!isWhole && <Button isDisabled={isPending} onPress={() => void run('resumeMailing')}>{say.goOn}</Button>}</>}
    >
      {say.finishedBody(...counts)}
    </EmptyState>
  )
}
