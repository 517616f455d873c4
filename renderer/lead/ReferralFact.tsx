import { X } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { NamedContact } from '../../shared/api.ts'
import type { Contact } from '../../shared/contact.ts'
import type { Id } from '../../shared/id.ts'
import { words } from '../../shared/strings/words.ts'
import { useCall } from '../api.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { FactRow, type Refused } from './Fact.tsx'
import styles from './Facts.module.css'
import { PersonPicker } from './PersonPicker.tsx'
import type { SaveContact } from './data.ts'

const say = words.lead

/** Who introduced them, and whom they introduced (practice P19). */
export function ReferralFact({ contact, save }: { contact: Contact; save: SaveContact }) {
  const around = useCall('getContact', { id: contact.id }).data
  const [open, setOpen] = useState(false)
  // Whom the person chose here last; the keyboard goes along with that, and not with who is there once they are read.
  const [chosen, setChosen] = useState<Id | null>()
  const [refused, setRefused] = useState<Refused>(null)
  const choose = async (referredBy: string | null) => {
    const reason = await save({ referredBy })
    setRefused(reason)
    if (reason !== null) return
    setOpen(false)
    setChosen(referredBy)
  }
  const introducer = around?.referredBy?.id === contact.referredBy ? around.referredBy : null
  const isShown = chosen === contact.referredBy && (chosen === null || introducer !== null)
  return (
    <>
      <FactRow label={say.referredBy} state={`${open} ${isShown}`}>
        {open ? (
          <div className={styles.picker}>
            <PersonPicker label={say.referredBy} without={contact.id} onChoose={(id) => void choose(id)} />
            <Button
              kind="quiet"
              size="small"
              onPress={() => {
                setOpen(false)
                setRefused(null)
              }}
            >
              {words.app.cancel}
            </Button>
          </div>
        ) : introducer ? (
          <>
            <Named person={introducer} />
            <IconButton label={say.removeNamed(introducer.name)} icon={<X />} size="small" onPress={() => void choose(null)} />
          </>
        ) : (
          contact.referredBy === null && (
            <Button kind="quiet" size="small" onPress={() => setOpen(true)} aria-label={`${say.referredBy}: ${say.nobody}`}>
              {say.nobody}
            </Button>
          )
        )}
        {refused !== null && (
          <p className={styles.refused} role="alert">
            {refused}
          </p>
        )}
      </FactRow>
      {around && around.referred.length > 0 && (
        <FactRow label={say.introduced}>
          {around.referred.map((person) => (
            <Named key={person.id} person={person} />
          ))}
        </FactRow>
      )}
    </>
  )
}

function Named({ person: { id, name, leadId } }: { person: NamedContact }) {
  return (
    <Link className={styles.named} href={leadId === null ? `/people/person/${id}` : `/lead/${leadId}`}>
      {name}
    </Link>
  )
}
