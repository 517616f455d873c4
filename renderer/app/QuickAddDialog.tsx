import { useEffect, useEffectEvent, useRef, useState, type FormEvent } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { Channel } from '../../shared/channel.ts'
import type { SamePerson } from '../../shared/quick-add.ts'
import { words } from '../../shared/strings/words.ts'
import { useCall, useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import { DueField } from '../ui/DateTime.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { useReader } from '../ui/Reader.tsx'
import { Select } from '../ui/Select.tsx'
import { Checkbox, TextArea, TextField } from '../ui/TextField.tsx'
import styles from './QuickAddDialog.module.css'
import { errorsOf, fieldsOf, inputOf, useReading, useSamePeople, type FieldErrors, type Fields, type TextFieldName } from './reading.ts'
import { Understood } from './Understood.tsx'

const say = words.newLead
const channels = (Object.keys(words.channels) as Channel[]).map((id) => ({ id, label: words.channels[id], icon: <ChannelIcon channel={id} /> }))
const currencies = ['EUR', 'USD', 'GBP', 'CHF', 'AUD', 'BRL', 'CAD', 'CZK', 'DKK', 'INR', 'JPY', 'MXN', 'NOK', 'NZD', 'PLN', 'SEK', 'SGD', 'ZAR']

/** What the last lead had that the next one probably has too; kept in this window's storage. */
const remembered = {
  source: () => localStorage.getItem('new-lead-source') ?? '',
  currency: () => localStorage.getItem('new-lead-currency'),
  keep(source: string, currency: string) {
    localStorage.setItem('new-lead-source', source)
    localStorage.setItem('new-lead-currency', currency)
  },
}

/**
 * Adds a lead with its contact and its next step: typed as one line in plain words, which fills the fields below as it
 * is typed, or field by field. A field that was edited by hand is no longer filled.
 */
export function QuickAddDialog({ onClose }: { onClose: () => void }) {
  const reader = useReader()
  const settings = useCall('getSettings', {}).data
  const addLead = useCommand('addLead', { ownErrors: true })
  const line = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [edited, setEdited] = useState<Partial<Fields>>({})
  const [known, setKnown] = useState<SamePerson | null>(null)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [refusal, setRefusal] = useState<string | null>(null)
  const { reading, of, read } = useReading(text, reader)
  const usual = { source: remembered.source(), currency: remembered.currency() ?? settings?.currency ?? 'EUR' }
  const fields: Fields = { ...fieldsOf(reading, usual, reader), ...edited }

  const edit = (changes: Partial<Fields>) => {
    setEdited({ ...edited, ...changes })
    setErrors(Object.fromEntries(Object.entries(errors).filter(([name]) => !(name in changes))))
  }
  const field = (name: TextFieldName) => ({ value: fields[name], error: errors[name], onChange: (value: string) => edit({ [name]: value }), autoComplete: 'off' })

  const startNext = () => {
    setText('')
    setEdited({})
    setKnown(null)
    line.current?.focus()
  }
  const save = async (isMore: boolean) => {
    if (addLead.pending) return
    // Enter may be quicker than the answer to the last letter.
    const last = of === text ? reading : await read(text)
    if (last === null) return setRefusal(words.errors.unexpected)
    const whole: Fields = { ...fieldsOf(last, usual, reader), ...edited }
    const found = errorsOf(whole, known !== null)
    setErrors(found)
    if (Object.keys(found).length > 0) return
    const reply = await addLead.run(inputOf(whole, last.links, known?.contactId ?? null))
    if (!reply.ok) return setRefusal(reply.error.message)
    remembered.keep(whole.source, whole.currency)
    setRefusal(null)
    if (isMore) startNext()
    else onClose()
  }
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void save(true)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listener, true)
    return () => window.removeEventListener('keydown', listener, true)
  }, [])
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void save(false)
  }

  return (
    <Dialog title={say.title} isOpen onOpenChange={(open) => !open && onClose()} width="wide">
      <form onSubmit={onSubmit} noValidate>
        <DialogBody>
          <TextField label={words.quickAdd.line} placeholder={words.quickAdd.placeholder} value={text} onChange={setText} inputRef={line} maxLength={10_000} autoFocus autoComplete="off" />
          <Understood text={of} pieces={reading.pieces} />
          <SamePeople fields={fields} known={known} onChoose={setKnown} onClose={onClose} />
          <div className={styles.fields}>
            <TextField label={say.name} {...field('name')} />
            <TextField label={say.company} {...field('company')} />
            <TextField label={words.quickAdd.role} {...field('role')} />
            <TextField label={say.email} type="email" {...field('emails')} />
            <TextField label={say.phone} type="tel" {...field('phones')} />
            <TextField label={words.quickAdd.tags} {...field('tags')} />
            <TextField label={say.leadTitle} placeholder={say.leadTitlePlaceholder} {...field('title')} />
            <div className={styles.money}>
              <TextField label={say.value} inputMode="decimal" {...field('value')} />
              <Select
                label={say.currency}
                value={fields.currency}
                onChange={(currency) => edit({ currency })}
                options={[...new Set([fields.currency, ...currencies])].map((id) => ({ id, label: id }))}
              />
            </div>
            <TextField label={say.source} placeholder={say.sourcePlaceholder} {...field('source')} />
            <div className={styles.notes}>
              <TextArea label={words.quickAdd.notes} rows={1} {...field('notes')} />
            </div>
            <Checkbox label={say.inbound} hint={say.inboundHint} isSelected={fields.inbound} onChange={(inbound) => edit({ inbound })} />
          </div>
          <section className={styles.next} aria-label={say.next}>
            <h3 className={styles.nextTitle}>{say.next}</h3>
            <div className={styles.step}>
              <Select<Channel> label={say.channel} value={fields.channel} onChange={(channel) => edit({ channel })} options={channels} />
              <TextField label={words.quickAdd.purpose} {...field('purpose')} />
              <DueField label={say.due} value={fields.due} onChange={(due) => edit({ due })} />
            </div>
          </section>
          {refusal !== null && (
            <p className={styles.refusal} role="alert">
              {refusal}
            </p>
          )}
        </DialogBody>
        <DialogActions>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button onPress={() => void save(true)} isDisabled={addLead.pending} aria-keyshortcuts="Control+Enter">
            {words.quickAdd.addNext}
          </Button>
          <Button kind="primary" type="submit" isDisabled={addLead.pending}>
            {say.add}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

interface SamePeopleProps {
  fields: Fields
  /** The person there already with whom the lead will be; null for a new person. */
  known: SamePerson | null
  onChoose: (person: SamePerson | null) => void
  onClose: () => void
}

/** Tells who is there already, and offers to open them or to add the lead with them. */
function SamePeople({ fields, known, onChoose, onClose }: SamePeopleProps) {
  const people = useSamePeople(fields)
  if (known) {
    return (
      <output className={styles.same}>
        <span className={styles.who}>{words.quickAdd.addingTo(fullName(known))}</span>
        <Button size="small" kind="quiet" onPress={() => onChoose(null)}>
          {words.quickAdd.asNew}
        </Button>
      </output>
    )
  }
  return (
    <output className={styles.people}>
      {people.map((person) => (
        <span key={person.contactId} className={styles.same}>
          <span className={styles.who}>{words.quickAdd.isHere(fullName(person), words.quickAdd.by[person.by])}</span>
          {person.leadId !== null && (
            <Button
              size="small"
              kind="quiet"
              onPress={() => {
                onClose()
                navigate(`/lead/${person.leadId}`)
              }}
            >
              {words.quickAdd.open}
            </Button>
          )}
          <Button size="small" onPress={() => onChoose(person)}>
            {words.quickAdd.addTo}
          </Button>
        </span>
      ))}
    </output>
  )
}

function fullName({ name, company }: SamePerson): string {
  return company === '' || company === name ? name : words.quickAdd.of(name, company)
}
