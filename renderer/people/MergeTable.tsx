import type { MergeEntry } from '../../shared/api.ts'
import type { Contact } from '../../shared/contact.ts'
import { shortDate, wholeNumber, type Reader } from '../../shared/format.ts'
import { chosenFields, type ChosenField, type Choices, type Side, type TextOf } from '../../shared/merge.ts'
import { words } from '../../shared/strings/words.ts'
import { useReader } from '../ui/Reader.tsx'
import styles from './MergeDialog.module.css'

const say = words.merge

export interface MergeTableProps {
  keep: MergeEntry
  drop: MergeEntry
  choices: Choices
  textOf: TextOf
  onChoose: (field: ChosenField, side: Side) => void
}

/** Both sides, field by field: of some fields one side is chosen, lists and notes are kept from both. */
export function MergeTable({ keep, drop, choices, textOf, onChoose }: MergeTableProps) {
  const reader = useReader()
  const texts = (field: ChosenField) => ({ keep: textOf(keep.contact, field), drop: textOf(drop.contact, field) })
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
        <RowsOfBoth keep={keep.contact} drop={drop.contact} reader={reader} />
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

/** Of what both sides count. */
function RowsOfBoth({ keep, drop, reader }: { keep: Contact; drop: Contact; reader: Reader }) {
  return Object.entries(say.both).map(([field, { name, how }]) => {
    const [left, right] = [linesOf(keep, field as FieldOfBoth, reader), linesOf(drop, field as FieldOfBoth, reader)]
    if (left.length === 0 && right.length === 0) return null
    return (
      <tr key={field}>
        <th scope="row">
          {name}
          <span className={styles.how}>{how}</span>
        </th>
        <td>{left.join('\n')}</td>
        <td>{right.join('\n')}</td>
      </tr>
    )
  })
}

type FieldOfBoth = keyof typeof say.both

function linesOf(contact: Contact, field: FieldOfBoth, reader: Reader): string[] {
  switch (field) {
    case 'emails':
      return contact.emails.map(({ address, label }) => labelled(address, label))
    case 'phones':
      return contact.phones.map(({ number, label }) => labelled(number, label))
    case 'notes':
      return contact.notes === '' ? [] : [contact.notes]
    case 'notBefore':
      return contact.permission.notBefore === null ? [] : [shortDate(contact.permission.notBefore, reader)]
    case 'doNotContact':
      return contact.doNotContact ? [words.lead.doNotContact] : []
    case 'links':
    case 'tags':
      return contact[field]
  }
}

function labelled(text: string, label: string): string {
  return label === '' ? text : `${text} (${label})`
}

function hangsOn({ leads, touches, promises, recaps }: MergeEntry, locale: string): string {
  const { leadsCounted, touchesCounted, promisesCounted, recapsCounted } = words.people
  const parts = [
    leadsCounted(leads, wholeNumber(leads, locale)),
    touchesCounted(touches, wholeNumber(touches, locale)),
    promises > 0 && promisesCounted(promises, wholeNumber(promises, locale)),
    recaps > 0 && recapsCounted(recaps, wholeNumber(recaps, locale)),
  ]
  return parts.filter(Boolean).join(', ')
}
