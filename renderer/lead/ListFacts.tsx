import { Plus, X } from 'lucide-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { withTags } from '../../shared/contact.ts'
import { words } from '../../shared/strings/words.ts'
import { useKeptFocus } from '../touch/useKeptFocus.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { OpenLink } from '../ui/OpenLink.tsx'
import { Fact, type Refused } from './Fact.tsx'
import fact from './Fact.module.css'
import styles from './ListFacts.module.css'

export interface Labelled {
  /** "work", "home", or empty. */
  label: string
  text: string
}

export interface AddressesProps {
  label: string
  add: string
  type: 'email' | 'tel' | 'url'
  values: Labelled[]
  /** False where there is no room in the records for what each of them is. */
  labelled?: boolean
  /** Why a text is none of these, or null. */
  check: (text: string) => string | null
  /** Each is an address that can be opened. */
  opens?: boolean
  onSave: (values: Labelled[]) => Promise<Refused>
}

/** Several e-mail addresses, phone numbers or links, each with what it is; one that is emptied goes away. */
export function Addresses({ label, add, type, values, labelled = true, check, opens = false, onSave }: AddressesProps) {
  const [adding, setAdding] = useState(false)
  const below = useKeptFocus<HTMLDivElement>(String(adding))
  const save = async (index: number, text: string): Promise<Refused> => {
    const reason = text === '' ? null : check(text)
    if (reason !== null) return reason
    const known = values[index]
    return onSave(text === '' ? values.toSpliced(index, 1) : values.toSpliced(index, known ? 1 : 0, { label: known?.label ?? '', text }))
  }
  return (
    <div className={styles.list}>
      <span className={styles.label}>{label}</span>
      <div className={styles.values}>
        {values.map((value, index) => (
          <div key={`${value.text} ${values.slice(0, index).filter((other) => other.text === value.text).length}`} className={styles.value}>
            <Fact label={value.label === '' ? label : `${label}, ${value.label}`} hideLabel value={value.text} type={type} onSave={(text) => save(index, text)} />
            {labelled && (
              <div className={styles.kind}>
                <Fact
                  label={words.lead.labelOf(value.text)}
                  hideLabel
                  quiet
                  value={value.label}
                  placeholder={words.lead.labelPlaceholder}
                  onSave={(kind) => onSave(values.with(index, { ...value, label: kind }))}
                />
              </div>
            )}
            {opens && <OpenLink address={value.text} />}
          </div>
        ))}
        <div ref={below}>
          {adding ? (
            <Fact label={add} hideLabel value="" type={type} placeholder="" fresh onSave={(text) => save(values.length, text)} onLeave={() => setAdding(false)} />
          ) : (
            <Button kind="quiet" size="small" icon={<Plus aria-hidden />} onPress={() => setAdding(true)}>
              {add}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}

/** Longer ones are cut, as when a sentence is pasted. */
const longestTag = 60

export interface TagsProps {
  tags: string[]
  onSave: (changes: { add: string[]; remove: string[] }) => Promise<Refused>
}

/**
 * The tags of a person: Enter or a comma adds one, its cross takes it away. Those that are refused stay in the field,
 * with the reason below it.
 */
export function Tags({ tags, onSave }: TagsProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState<Refused>(null)
  const remove = async (gone: string[]) => setRefused(await onSave({ add: [], remove: gone }))
  const add = async () => {
    const written = typed.split(',').map((tag) => tag.replace(/\s+/g, ' ').trim().slice(0, longestTag))
    setTyped('')
    const reason = withTags(tags, written, []) === tags ? null : await onSave({ add: written.filter((tag) => tag !== ''), remove: [] })
    setRefused(reason)
    if (reason !== null) setTyped((since) => (since === '' ? typed : `${typed}, ${since}`))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault()
      void add()
    } else if (event.key === 'Escape') {
      setTyped('')
      setRefused(null)
    } else if (event.key === 'Backspace' && typed === '' && tags.length > 0) void remove(tags.slice(-1))
  }
  return (
    <div className={styles.list}>
      <span className={styles.label}>{words.lead.tags}</span>
      <div className={styles.tags}>
        {tags.map((tag) => (
          <span key={tag} className={styles.tag}>
            <Chip>{tag}</Chip>
            <IconButton label={words.lead.removeNamed(tag)} icon={<X />} size="small" onPress={() => void remove([tag])} />
          </span>
        ))}
        <input
          className={styles.add}
          aria-label={words.lead.addTag}
          placeholder={words.lead.addTag}
          value={typed}
          maxLength={1000}
          aria-invalid={refused !== null}
          aria-describedby={refused === null ? undefined : id}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => void add()}
        />
      </div>
      {refused !== null && (
        <p id={id} className={fact.refused} role="alert">
          {refused}
        </p>
      )}
    </div>
  )
}
