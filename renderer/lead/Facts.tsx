import type { CallInput } from '../../shared/api.ts'
import { daysInStage } from '../../shared/lead.ts'
import { fullMoney, parseAmount } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand, useCall } from '../api.ts'
import { useReader } from '../ui/Reader.tsx'
import { Checkbox } from '../ui/TextField.tsx'
import { Fact, type Refused } from './Fact.tsx'
import styles from './Facts.module.css'
import type { LeadData } from './LeadPage.tsx'
import { Addresses, Tags } from './ListFacts.tsx'

type ContactChanges = CallInput<'editContact'>['changes']
type LeadChanges = CallInput<'editLead'>['changes']

/** What is known about the person and the lead; every fact is edited where it stands. */
export function Facts({ data }: { data: LeadData }) {
  return (
    <aside className={styles.facts} aria-label={words.lead.factsHead}>
      <PersonFacts data={data} />
      <LeadFacts data={data} />
    </aside>
  )
}

function PersonFacts({ data: { contact } }: { data: LeadData }) {
  const save = (changes: ContactChanges): Promise<Refused> => refusal(runCommand('editContact', { id: contact.id, changes }, { ownErrors: true }))
  const say = words.lead
  return (
    <section className={styles.part} aria-labelledby="facts-person">
      <h2 id="facts-person">{say.factsHead}</h2>
      <Fact label={say.name} value={contact.name} onSave={(name) => save({ name })} />
      <Fact label={say.company} value={contact.company} onSave={(company) => save({ company })} />
      <Fact label={say.role} value={contact.role} onSave={(role) => save({ role })} />
      <Addresses
        label={say.emails}
        add={say.addEmail}
        type="email"
        values={contact.emails.map((email) => ({ label: email.label, text: email.address }))}
        check={(text) => (/^[^\s@]+@[^\s@]+$/.test(text) ? null : say.invalidEmail)}
        onSave={(list) => save({ emails: list.map(({ label, text }) => ({ label, address: text })) })}
      />
      <Addresses
        label={say.phones}
        add={say.addPhone}
        type="tel"
        values={contact.phones.map((phone) => ({ label: phone.label, text: phone.number }))}
        check={(text) => (/\d.*\d/.test(text) ? null : say.invalidPhone)}
        onSave={(list) => save({ phones: list.map(({ label, text }) => ({ label, number: text })) })}
      />
      <Tags tags={contact.tags} onSave={(tags) => save({ tags })} />
      <Fact label={say.notes} value={contact.notes} multiline onSave={(notes) => save({ notes })} />
    </section>
  )
}

function LeadFacts({ data: { lead } }: { data: LeadData }) {
  const reader = useReader()
  const currency = useCall('getSettings', {}).data?.currency ?? 'EUR'
  const save = (changes: LeadChanges): Promise<Refused> => refusal(runCommand('editLead', { id: lead.id, changes }, { ownErrors: true }))
  const say = words.lead
  const saveValue = async (text: string): Promise<Refused> => {
    if (text === '') return save({ value: null })
    const { amount, named } = readValue(text)
    return amount === null ? say.invalidValue : save({ value: { amount, currency: named ?? lead.value?.currency ?? currency } })
  }
  return (
    <section className={styles.part} aria-labelledby="facts-lead">
      <h2 id="facts-lead">
        {say.leadHead} <span className={styles.since}>{say.inStage(daysInStage(lead, reader.now))}</span>
      </h2>
      <Fact label={say.leadTitle} value={lead.title} onSave={(title) => save({ title })} />
      <Fact label={say.value} value={lead.value ? fullMoney(lead.value, reader.locale) : ''} onSave={saveValue} />
      <Fact label={say.source} value={lead.source} onSave={(source) => save({ source })} />
      <Checkbox label={say.inbound} isSelected={lead.inbound} onChange={(inbound) => void save({ inbound })} />
    </section>
  )
}

/** An amount as typed, and the currency when its code stands with it: `12,500`, `€12,500`, `9000 USD`. */
function readValue(text: string): { amount: number | null; named: string | null } {
  const named = /\b[A-Z]{3}\b/.exec(text)?.[0] ?? null
  return { amount: parseAmount(text), named }
}

async function refusal(reply: ReturnType<typeof runCommand>): Promise<Refused> {
  const answered = await reply
  return answered.ok ? null : answered.error.message
}
