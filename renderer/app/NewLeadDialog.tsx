import { useState, type FormEvent } from 'react'
import type { CallInput } from '../../shared/api.ts'
import { addWorkingDays, localDateAt, type Due } from '../../shared/dates.ts'
import { parseAmount } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import type { Channel } from '../../shared/channel.ts'
import { useCall, useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import { DueField } from '../ui/DateTime.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { useReader } from '../ui/Reader.tsx'
import { Select } from '../ui/Select.tsx'
import { Checkbox, TextField } from '../ui/TextField.tsx'
import styles from './NewLeadDialog.module.css'

const say = words.newLead
const channels = (Object.keys(words.channels) as Channel[]).map((id) => ({ id, label: words.channels[id], icon: <ChannelIcon channel={id} /> }))
const currencies = ['EUR', 'USD', 'GBP', 'CHF', 'AUD', 'BRL', 'CAD', 'CZK', 'DKK', 'INR', 'JPY', 'MXN', 'NOK', 'NZD', 'PLN', 'SEK', 'SGD', 'ZAR']

const empty = { name: '', company: '', email: '', phone: '', title: '', value: '' }
type Texts = typeof empty
type Errors = Partial<Record<keyof Texts, string>>

/** What the last lead had that the next one probably has too; kept in this window's storage. */
const remembered = {
  source: () => localStorage.getItem('new-lead-source') ?? '',
  currency: () => localStorage.getItem('new-lead-currency'),
  keep(source: string, currency: string) {
    localStorage.setItem('new-lead-source', source)
    localStorage.setItem('new-lead-currency', currency)
  },
}

/** Adds a lead with its contact and its next step. One fact that says who it is is enough. */
export function NewLeadDialog({ onClose }: { onClose: () => void }) {
  const reader = useReader()
  const settings = useCall('getSettings', {}).data
  const addLead = useCommand('addLead', { ownErrors: true })
  const [texts, setTexts] = useState(empty)
  const [source, setSource] = useState(remembered.source)
  const [chosenCurrency, setCurrency] = useState(remembered.currency)
  const [inbound, setInbound] = useState(false)
  const [channel, setChannel] = useState<Channel>('call')
  const [due, setDue] = useState<Due | null>(() => ({ date: addWorkingDays(localDateAt(reader.now, reader.zone), 1), time: null, zone: null }))
  const [errors, setErrors] = useState<Errors>({})
  const [refusal, setRefusal] = useState<string | null>(null)
  const currency = chosenCurrency ?? settings?.currency ?? 'EUR'

  const field = (name: keyof Texts) => ({
    value: texts[name],
    error: errors[name],
    onChange: (text: string) => {
      setTexts({ ...texts, [name]: text })
      if (errors[name] !== undefined) setErrors({ ...errors, [name]: undefined })
    },
  })

  const save = async (event: FormEvent) => {
    event.preventDefault()
    const found = errorsOf(texts)
    setErrors(found)
    if (Object.keys(found).length > 0 || addLead.pending) return
    const { contact, lead } = factsOf(texts, currency)
    const next = due && { channel, purpose: '', due }
    const reply = await addLead.run({ contact, contactId: null, lead: { ...lead, source, inbound }, stageId: null, next })
    if (!reply.ok) return setRefusal(reply.error.message)
    remembered.keep(source, currency)
    onClose()
  }

  return (
    <Dialog title={say.title} isOpen onOpenChange={(open) => !open && onClose()}>
      <form onSubmit={(event) => void save(event)} noValidate>
        <DialogBody>
          <div className={styles.fields}>
            <TextField label={say.name} autoFocus autoComplete="off" {...field('name')} />
            <TextField label={say.company} autoComplete="off" {...field('company')} />
            <TextField label={say.email} type="email" autoComplete="off" {...field('email')} />
            <TextField label={say.phone} type="tel" autoComplete="off" {...field('phone')} />
            <div className={styles.wide}>
              <TextField label={say.leadTitle} placeholder={say.leadTitlePlaceholder} autoComplete="off" {...field('title')} />
            </div>
            <div className={styles.money}>
              <TextField label={say.value} inputMode="decimal" autoComplete="off" {...field('value')} />
              <Select
                label={say.currency}
                value={currency}
                onChange={setCurrency}
                options={[...new Set([currency, ...currencies])].map((id) => ({ id, label: id }))}
              />
            </div>
            <TextField label={say.source} placeholder={say.sourcePlaceholder} value={source} onChange={setSource} autoComplete="off" />
            <div className={styles.wide}>
              <Checkbox label={say.inbound} hint={say.inboundHint} isSelected={inbound} onChange={setInbound} />
            </div>
          </div>
          <section className={styles.next} aria-label={say.next}>
            <h3 className={styles.nextTitle}>{say.next}</h3>
            <div className={styles.step}>
              <Select<Channel> label={say.channel} value={channel} onChange={setChannel} options={channels} />
              <DueField label={say.due} value={due} onChange={setDue} />
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
          <Button kind="primary" type="submit" isDisabled={addLead.pending}>
            {say.add}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function errorsOf({ name, company, email, phone, value }: Texts): Errors {
  const errors: Errors = {}
  if (!name.trim() && !company.trim() && !email.trim()) errors.name = say.nobody
  if (email.trim() && !/^\S+@\S+$/.test(email.trim())) errors.email = say.badEmail
  if (phone.trim() && phone.trim().length < 2) errors.phone = say.badPhone
  if (value.trim() && parseAmount(value) === null) errors.value = say.badValue
  return errors
}

function factsOf(texts: Texts, currency: string): Pick<CallInput<'addLead'>, 'contact' | 'lead'> {
  const amount = parseAmount(texts.value)
  return {
    contact: {
      name: texts.name,
      company: texts.company,
      emails: texts.email.trim() ? [{ label: '', address: texts.email.trim() }] : [],
      phones: texts.phone.trim() ? [{ label: '', number: texts.phone.trim() }] : [],
    },
    lead: { title: texts.title, value: amount === null ? null : { amount, currency } },
  }
}
