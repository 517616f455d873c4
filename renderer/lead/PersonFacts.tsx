import { linkTarget, type Contact } from '../../shared/contact.ts'
import type { Channel } from '../../shared/channel.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import { Menu } from '../ui/Menu.tsx'
import { Checkbox } from '../ui/TextField.tsx'
import type { ChooseContact, SaveContact } from './data.ts'
import { Fact, FactRow } from './Fact.tsx'
import styles from './Facts.module.css'
import { KeepInTouchFact } from './KeepInTouchFact.tsx'
import { Addresses, Tags } from './ListFacts.tsx'
import { PermissionFact } from './PermissionFact.tsx'
import { ReferralFact } from './ReferralFact.tsx'
import { refusal } from './refusal.ts'
import { ZoneFact } from './ZoneFact.tsx'

const say = words.lead
const channels = Object.keys(words.channels) as Channel[]

/** What is known about the person; every fact is edited where it stands and undone by itself. */
export function PersonFacts({ contact }: { contact: Contact }) {
  const save: SaveContact = (changes) => refusal(runCommand('editContact', { id: contact.id, changes }, { ownErrors: true }))
  const choose: ChooseContact = (changes) => void runCommand('editContact', { id: contact.id, changes })
  return (
    <section className={styles.part} aria-labelledby="facts-person">
      <h2 id="facts-person">{say.factsHead}</h2>
      <Fact label={say.name} value={contact.name} onSave={(name) => save({ name })} />
      <Fact label={say.company} value={contact.company} onSave={(company) => save({ company })} />
      <Fact label={say.role} value={contact.role} onSave={(role) => save({ role })} />
      <Fact label={say.industry} value={contact.industry} onSave={(industry) => save({ industry })} />
      <Reach contact={contact} save={save} />
      <PreferredChannel value={contact.preferredChannel} choose={choose} />
      <ZoneFact zone={contact.zone} choose={choose} />
      <PermissionFact permission={contact.permission} save={save} choose={choose} />
      <FactRow label={say.contacting}>
        <span className={styles.said}>
          <Checkbox label={say.doNotContact} isSelected={contact.doNotContact} onChange={(doNotContact) => choose({ doNotContact })} />
        </span>
      </FactRow>
      <KeepInTouchFact days={contact.keepInTouchDays} save={save} />
      <Tags tags={contact.tags} onSave={(changes) => refusal(runCommand('tagContacts', { ids: [contact.id], ...changes }, { ownErrors: true }))} />
      <Fact label={say.howWeMet} wraps value={contact.howWeMet} onSave={(howWeMet) => save({ howWeMet })} />
      <ReferralFact contact={contact} save={save} />
      <Fact label={say.notes} value={contact.notes} multiline onSave={(notes) => save({ notes })} />
    </section>
  )
}

function Reach({ contact, save }: { contact: Contact; save: SaveContact }) {
  return (
    <>
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
      <Addresses
        label={say.links}
        add={say.addLink}
        type="url"
        labelled={false}
        values={contact.links.map((text) => ({ label: '', text }))}
        check={(text) => (linkTarget(text) === null ? words.errors.noLink : null)}
        opens
        onSave={(list) => save({ links: list.map(({ text }) => text) })}
      />
    </>
  )
}

function PreferredChannel({ value, choose }: { value: Channel | null; choose: ChooseContact }) {
  const named = value === null ? say.notSaid : words.channels[value]
  const choices = [
    { id: '', label: say.notSaid, current: value === null },
    ...channels.map((id) => ({ id, label: words.channels[id], icon: <ChannelIcon channel={id} />, current: id === value })),
  ]
  return (
    <FactRow label={say.prefers}>
      <Menu
        trigger={
          <Button kind="quiet" size="small" aria-label={`${say.prefers}: ${named}`} {...(value !== null && { icon: <ChannelIcon channel={value} /> })}>
            {named}
          </Button>
        }
        label={say.prefers}
        choices={choices}
        onChoose={(id) => choose({ preferredChannel: id === '' ? null : (id as Channel) })}
      />
    </FactRow>
  )
}
