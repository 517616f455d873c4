import type { Duplicates } from '../../shared/api.ts'
import type { Contact } from '../../shared/contact.ts'
import { shortDate, wholeNumber, type Reader } from '../../shared/format.ts'
import { chosenFields, type ChosenField, type Choices, type Side } from '../../shared/merge.ts'
import { words } from '../../shared/strings/words.ts'
import { useCall } from '../api.ts'
import { useReader } from '../ui/Reader.tsx'
import { zoneName } from '../ui/ZoneField.tsx'
import styles from './MergeDialog.module.css'

type Entry = Duplicates['groups'][number]['contacts'][number]

const say = words.merge

export interface MergeTableProps {
  keep: Entry
  drop: Entry
  choices: Choices
  onChoose: (field: ChosenField, side: Side) => void
}

/** Both sides, field by field: of some fields one side is chosen, lists and notes are kept from both. */
export function MergeTable({ keep, drop, choices, onChoose }: MergeTableProps) {
  const reader = useReader()
  const introducers = { keep: useIntroducer(keep.contact), drop: useIntroducer(drop.contact) }
  const texts = (field: ChosenField) => ({ keep: valueText(keep.contact, field, introducers.keep, reader), drop: valueText(drop.contact, field, introducers.drop, reader) })
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{say.field}</th>
          <th scope="col">{say.keep}</th>
          <th scope="col">{say.drop}</th>
        </tr>
      </thead>
      <tbody>
        {chosenFields.map((field) => (
          <ChosenRow key={field} field={field} texts={texts(field)} choice={choices[field]} onChoose={(side) => onChoose(field, side)} />
        ))}
        <ListRows keep={keep.contact} drop={drop.contact} />
        <tr>
          <th scope="row">{say.hangsOn}</th>
          <td>{hangsOn(keep, reader.locale)}</td>
          <td>{hangsOn(drop, reader.locale)}</td>
        </tr>
      </tbody>
    </table>
  )
}

function ChosenRow({ field, texts, choice, onChoose }: { field: ChosenField; texts: Record<'keep' | 'drop', string>; choice: Side; onChoose: (side: Side) => void }) {
  if (texts.keep === '' && texts.drop === '') return null
  const same = texts.keep === texts.drop
  const option = (side: Side, text: string) => (
    <label className={styles.option}>
      <input
        type="radio"
        name={`merge-${field}`}
        aria-label={`${say.fields[field]}, ${side === 'neither' ? say.nobody : say[side]}: ${text || say.blank}`}
        checked={choice === side}
        onChange={() => onChoose(side)}
      />
      <span dir="auto">{text || say.blank}</span>
    </label>
  )
  return (
    <tr>
      <th scope="row">{say.fields[field]}</th>
      {same ? (
        <td colSpan={2}>{texts.keep}</td>
      ) : (
        <>
          <td>
            {option('keep', texts.keep)}
            {field === 'referredBy' && option('neither', say.nobody)}
          </td>
          <td>{option('drop', texts.drop)}</td>
        </>
      )}
    </tr>
  )
}

function ListRows({ keep, drop }: { keep: Contact; drop: Contact }) {
  return Object.entries(say.lists).map(([field, name]) => {
    const [left, right] = [listOf(keep, field as ListField), listOf(drop, field as ListField)]
    if (left.length === 0 && right.length === 0) return null
    return (
      <tr key={field}>
        <th scope="row">
          {name}
          <span className={styles.how}>{field === 'notes' ? say.joined : say.united}</span>
        </th>
        <td>{left.join('\n')}</td>
        <td>{right.join('\n')}</td>
      </tr>
    )
  })
}

type ListField = keyof typeof say.lists

function listOf(contact: Contact, field: ListField): string[] {
  switch (field) {
    case 'emails':
      return contact.emails.map(({ address, label }) => labelled(address, label))
    case 'phones':
      return contact.phones.map(({ number, label }) => labelled(number, label))
    case 'notes':
      return contact.notes === '' ? [] : [contact.notes]
    case 'links':
    case 'tags':
      return contact[field]
  }
}

function labelled(text: string, label: string): string {
  return label === '' ? text : `${text} (${label})`
}

function valueText(contact: Contact, field: ChosenField, introducer: string, reader: Reader): string {
  switch (field) {
    case 'referredBy':
      return introducer
    case 'zone':
      return contact.zone === null ? '' : zoneName(contact.zone)
    case 'preferredChannel':
      return contact.preferredChannel === null ? '' : words.channels[contact.preferredChannel]
    case 'permission': {
      const { status, on, words: said, notBefore } = contact.permission
      const parts = [words.people.permissions[status], on && shortDate(on, reader), said, notBefore && `${words.lead.notBefore} ${shortDate(notBefore, reader)}`]
      return parts.filter(Boolean).join(' · ')
    }
    case 'name':
    case 'company':
    case 'role':
    case 'industry':
    case 'howWeMet':
      return contact[field]
  }
}

function useIntroducer(contact: Contact): string {
  const known = useCall('getContact', { id: contact.id }, { enabled: contact.referredBy !== null })
  return contact.referredBy === null ? '' : (known.data?.referredBy?.name ?? '')
}

function hangsOn({ leads, touches }: Entry, locale: string): string {
  return `${words.people.leadsCounted(leads, wholeNumber(leads, locale))}, ${words.people.touchesCounted(touches, wholeNumber(touches, locale))}`
}
