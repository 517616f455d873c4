import type { CallInput } from '../../shared/api.ts'
import { daysInStage } from '../../shared/lead.ts'
import { fullMoney, parseAmount, shortDate } from '../../shared/format.ts'
import { silenceWords } from '../../shared/strings/today-words.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand, useCall } from '../api.ts'
import { useReader } from '../ui/Reader.tsx'
import { Checkbox } from '../ui/TextField.tsx'
import { Fact, FactRow, type Refused } from './Fact.tsx'
import { refusal } from './refusal.ts'
import styles from './Facts.module.css'
import type { LeadData } from './data.ts'
import { Files } from './Files.tsx'
import { OtherLeads } from './OtherLeads.tsx'
import { PersonFacts } from './PersonFacts.tsx'
import { wholeNumberIn } from './whole-number.ts'

type LeadChanges = CallInput<'editLead'>['changes']

/** What is known about the person and the lead; every fact is edited where it stands. */
export function Facts({ data }: { data: LeadData }) {
  return (
    <aside className={styles.facts} aria-label={words.lead.factsHead}>
      <LeadFacts data={data} />
      <PersonFacts contact={data.contact} />
      <OtherLeads contact={data.contact} shown={data.lead.id} />
    </aside>
  )
}

function LeadFacts({ data: { lead, stage, answered } }: { data: LeadData }) {
  const reader = useReader()
  const settings = useCall('getSettings', {}).data
  const currency = settings?.currency ?? 'EUR'
  const save = (changes: LeadChanges): Promise<Refused> => refusal(runCommand('editLead', { id: lead.id, changes }, { ownErrors: true }))
  const say = words.lead
  const saveValue = async (text: string): Promise<Refused> => {
    if (text === '') return save({ value: null })
    const { amount, named } = readValue(text)
    return amount === null ? say.invalidValue : save({ value: { amount, currency: named ?? lead.value?.currency ?? currency } })
  }
  const saveGap = async (text: string): Promise<Refused> => {
    const read = wholeNumberIn(text.replace(/\D+$/, ''), 0, 366)
    return read === undefined || (read === null && text !== '') ? say.invalidGap : save({ minimumGap: read })
  }
  const saveLimit = async (text: string): Promise<Refused> => {
    const read = wholeNumberIn(text.replace(/\D+$/, ''), 1, 100)
    return read === undefined || (read === null && text !== '') ? silenceWords.invalidLimit : save({ silenceLimit: read })
  }
  return (
    <section className={styles.part} aria-labelledby="facts-lead">
      <h2 id="facts-lead">
        {say.leadHead} <span className={styles.since}>{say.inStage(daysInStage(lead, reader.now))}</span>
      </h2>
      {lead.closing && (
        <FactRow label={stage.name}>
          <span className={styles.said}>{[shortDate(lead.closing.on, reader), lead.closing.reason].filter(Boolean).join(' · ')}</span>
        </FactRow>
      )}
      {lead.parkedUntil !== null && (
        <FactRow label={say.parkedUntil}>
          <span className={styles.said}>{shortDate(lead.parkedUntil, reader)}</span>
        </FactRow>
      )}
      <Fact label={say.leadTitle} value={lead.title} onSave={(title) => save({ title })} />
      <Fact label={say.value} value={lead.value ? fullMoney(lead.value, reader.locale) : ''} onSave={saveValue} />
      <Fact label={say.source} value={lead.source} onSave={(source) => save({ source })} />
      <Fact label={say.minimumGap} value={lead.minimumGap === null ? '' : say.workingDays(lead.minimumGap)} placeholder={say.workingDays(settings?.minimumGap ?? 1)} onSave={saveGap} />
      <Fact label={silenceWords.limit} value={lead.silenceLimit === null ? '' : silenceWords.limitTouches(lead.silenceLimit)} placeholder={silenceWords.limitTouches(settings?.silenceLimit ?? 7)} onSave={saveLimit} />
      {answered && (
        <FactRow label={silenceWords.answered}>
          <span className={styles.said}>{[silenceWords.answeredAfter(answered.minutes), answered.wait === 'in-time' && silenceWords.inGoal].filter(Boolean).join(' · ')}</span>
        </FactRow>
      )}
      <Checkbox label={say.inbound} isSelected={lead.inbound} onChange={(inbound) => void runCommand('editLead', { id: lead.id, changes: { inbound } })} />
      <Files links={lead.links} onSave={(links) => save({ links })} />
    </section>
  )
}

/** An amount as typed, and the currency when its code stands with it: `12,500`, `€12,500`, `9000 USD`. */
function readValue(text: string): { amount: number | null; named: string | null } {
  const named = /\b[A-Z]{3}\b/.exec(text)?.[0] ?? null
  return { amount: parseAmount(text), named }
}
