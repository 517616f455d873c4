import { useVirtualizer } from '@tanstack/react-virtual'
import { Plus } from 'lucide-react'
import { useRef, type KeyboardEvent } from 'react'
import type { Person } from '../../shared/api.ts'
import { contactName } from '../../shared/contact.ts'
import { words } from '../../shared/strings/words.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { classes } from '../ui/classes.ts'
import { Menu } from '../ui/Menu.tsx'
import styles from './PeopleTable.module.css'

const rowHeight = 40
const columns = ['name', 'company', 'email', 'phone', 'tags', 'leads'] as const

export interface PeopleTableProps {
  people: Person[]
  onOpen: (leadId: string) => void
  onAddLead: (person: Person) => void
}

/** The people as a table of which only the rows in sight are drawn. The arrows go from row to row. */
export function PeopleTable({ people, onOpen, onAddLead }: PeopleTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({ count: people.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 12 })
  const goTo = (index: number) => {
    virtual.scrollToIndex(index)
    scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-open]`)?.focus()
  }
  return (
    <div className={styles.scroller} ref={scroller}>
      <table className={styles.table} aria-label={words.people.table} aria-rowcount={people.length + 1}>
        <thead>
          <tr className={styles.row} aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles[column]}>
                {words.people.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const person = people[index]
            return (
              person && (
                <tr key={person.id} className={classes(styles.row, styles.placed)} style={{ transform: `translateY(${start}px)` }} data-index={index} aria-rowindex={index + 2}>
                  <PersonCells person={person} index={index} onOpen={onOpen} onAddLead={onAddLead} onGoTo={goTo} />
                </tr>
              )
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = { person: Person; index: number; onGoTo: (index: number) => void } & Pick<PeopleTableProps, 'onOpen' | 'onAddLead'>

function PersonCells({ person, index, onOpen, onAddLead, onGoTo }: RowProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    onGoTo(index + step)
  }
  const name = contactName(person)
  const [latest] = person.leads
  const email = person.emails[0]?.address ?? ''
  const phone = person.phones[0]?.number ?? ''
  return (
    <>
      <td className={styles.name}>
        {/* The button reaches over the whole row, so that a click anywhere in it opens the lead. */}
        <button
          type="button"
          className={styles.open}
          data-open
          title={name}
          aria-label={latest ? name : words.people.addLeadFor(name)}
          onClick={() => (latest ? onOpen(latest.id) : onAddLead(person))}
          onKeyDown={onKeyDown}
        >
          {name}
        </button>
      </td>
      <td className={styles.company} title={person.company}>
        {person.company === name ? '' : person.company}
      </td>
      <td className={styles.email} title={email}>
        {email}
      </td>
      <td className={styles.phone}>{phone}</td>
      <td className={styles.tags}>
        <span className={styles.chips}>
          {person.tags.slice(0, 2).map((tag) => (
            <Chip key={tag}>{tag}</Chip>
          ))}
          {person.tags.length > 2 && <span title={person.tags.slice(2).join(', ')}>{words.board.moreTags(person.tags.length - 2)}</span>}
        </span>
      </td>
      <td className={styles.leads}>
        <Leads person={person} name={name} onOpen={onOpen} onAddLead={onAddLead} />
      </td>
    </>
  )
}

function Leads({ person, name, onOpen, onAddLead }: { person: Person; name: string } & Pick<PeopleTableProps, 'onOpen' | 'onAddLead'>) {
  const { leads } = person
  if (leads.length === 0) {
    return (
      <span className={styles.above}>
        <Button size="small" kind="quiet" icon={<Plus aria-hidden />} onPress={() => onAddLead(person)} aria-label={words.people.addLeadFor(name)}>
          {words.people.addLead}
        </Button>
      </span>
    )
  }
  if (leads.length === 1) return <span className={styles.title}>{leads[0]?.title || words.people.leadCount(1)}</span>
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
