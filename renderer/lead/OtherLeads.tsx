import { Plus } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { contactName, type Contact } from '../../shared/contact.ts'
import { compactMoney } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand, useCall } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { useReader } from '../ui/Reader.tsx'
import facts from './Facts.module.css'
import styles from './OtherLeads.module.css'

const say = words.lead

/** What there is or was with a person, besides the lead that is shown, and the way to the next opportunity with them (practice P20). */
export function OtherLeads({ contact, shown }: { contact: Contact; shown: string | null }) {
  const reader = useReader()
  const [, navigate] = useLocation()
  const leads = useCall('getContact', { id: contact.id }).data?.leads.filter(({ id }) => id !== shown) ?? []
  const add = async () => {
    const input = { contact: {}, contactId: contact.id, lead: {}, stageId: null, next: null }
    const reply = await runCommand('addLead', input, { said: say.leadAdded(contactName(contact)) })
    if (reply.ok) navigate(`/lead/${reply.data.leadId}`)
  }
  return (
    <section className={facts.part} aria-labelledby="facts-others">
      <h2 id="facts-others">{shown === null ? say.leads : say.otherLeads}</h2>
      {leads.length > 0 && (
        <ul className={styles.list}>
          {leads.map((other) => (
            <li key={other.id}>
              <Link className={styles.lead} href={`/lead/${other.id}`}>
                <span className={styles.title} dir="auto">
                  {other.title || say.untitled}
                </span>
                {other.value && <span className={styles.value}>{compactMoney(other.value, reader.locale)}</span>}
                <span className={styles.stage}>{other.stage}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button kind="quiet" size="small" icon={<Plus aria-hidden />} onPress={() => void add()}>
          {say.newLeadWith}
        </Button>
      </div>
    </section>
  )
}
