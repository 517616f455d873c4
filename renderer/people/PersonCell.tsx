import { Plus } from 'lucide-react'
import type { Person } from '../../shared/api.ts'
import { contactName } from '../../shared/contact.ts'
import { age, dateAndTime } from '../../shared/format.ts'
import type { PeopleColumn } from '../../shared/settings.ts'
import { words } from '../../shared/strings/words.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Menu } from '../ui/Menu.tsx'
import { NextTouch } from '../ui/NextTouch.tsx'
import { useReader } from '../ui/Reader.tsx'
import styles from './PeopleTable.module.css'

export interface CellActions {
  onOpen: (leadId: string) => void
  /** Opens the page of somebody without a lead. */
  onPerson: (person: Person) => void
  onAddLead: (person: Person) => void
}

/** What one column says of a person. */
export function PersonCell({ column, person, ...actions }: { column: PeopleColumn; person: Person } & CellActions) {
  switch (column) {
    case 'name':
      return <Name person={person} {...actions} />
    case 'company':
      return <Text text={person.company === contactName(person) ? '' : person.company} />
    case 'role':
    case 'industry':
      return <Text text={person[column]} />
    case 'email':
      return <Text text={person.emails[0]?.address ?? ''} />
    case 'phone':
      return <Text text={person.phones[0]?.number ?? ''} />
    case 'permission':
      return <Text text={words.people.permissions[person.permission]} />
    case 'tags':
      return <Tags tags={person.tags} />
    case 'leads':
      return (
        <td>
          <Leads person={person} {...actions} />
        </td>
      )
    case 'lastTouch':
      return <LastTouch at={person.lastTouch} />
    case 'nextTouch':
      return <td>{person.nextTouch && <NextTouch touch={person.nextTouch} />}</td>
  }
}

function Text({ text }: { text: string }) {
  return <td {...(text !== '' && { title: text })}>{text}</td>
}

function Name({ person, onOpen, onPerson }: { person: Person } & CellActions) {
  const name = contactName(person)
  const [latest] = person.leads
  return (
    <td>
      {/* The button reaches over the whole row, so that a click anywhere in it opens the lead, or the person. */}
      <button
        type="button"
        className={styles.open}
        data-open
        title={name}
        onClick={() => (latest ? onOpen(latest.id) : onPerson(person))}
      >
        {name}
      </button>
    </td>
  )
}

function Tags({ tags }: { tags: string[] }) {
  return (
    <td>
      <span className={styles.chips}>
        {tags[0] !== undefined && (
          <Chip shrinks={1} title={tags[0]}>
            {tags[0]}
          </Chip>
        )}
        {tags.length > 1 && <span title={tags.slice(1).join(', ')}>{words.board.moreTags(tags.length - 1)}</span>}
      </span>
    </td>
  )
}

function LastTouch({ at }: { at: string | null }) {
  const reader = useReader()
  return <td {...(at !== null && { title: dateAndTime(at, reader) })}>{at !== null && age(at, reader)}</td>
}

function Leads({ person, onOpen, onAddLead }: { person: Person } & CellActions) {
  const { leads } = person
  const name = contactName(person)
  if (leads.length === 0) {
    return (
      <span className={styles.above}>
        <Button size="small" kind="quiet" icon={<Plus aria-hidden />} onPress={() => onAddLead(person)} aria-label={words.people.addLeadFor(name)}>
          {words.people.addLead}
        </Button>
      </span>
    )
  }
  if (leads.length === 1) return leads[0]?.title || words.people.leadCount(1)
  return (
    <span className={styles.above}>
      <Menu
        trigger={
          <Button size="small" kind="quiet">
            {words.people.leadCount(leads.length)}
          </Button>
        }
        label={words.people.columns.leads}
        choices={leads.map((lead) => ({ id: lead.id, label: lead.title || name }))}
        onChoose={onOpen}
      />
    </span>
  )
}
