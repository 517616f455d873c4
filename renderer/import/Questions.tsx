import { useState } from 'react'
import { wholeNumber } from '../../shared/format.ts'
import type { Stage } from '../../shared/stage.ts'
import { importWords } from '../../shared/strings/import-words.ts'
import { useReader } from '../ui/Reader.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './Import.module.css'
import type { Import, OpenedFile } from './useImport.ts'

const none = 'none'

/** What the file leaves open: dates and amounts that read in two ways, the currency, its stages, leads for new people. */
export function Questions({ session, file, stages }: { session: Import; file: OpenedFile; stages: readonly Stage[] }) {
  const say = importWords
  const { locale } = useReader()
  const { reading, choices } = file
  const { dates, decimal, currency } = reading
  const choose = (changes: Parameters<Import['choose']>[0]) => void session.choose(changes)
  const open = stages.filter((stage) => stage.kind === 'open')
  return (
    <section className={styles.questions} aria-label={say.questions}>
      {dates?.asked && (
        <Question hint={say.datesAsked(dates.example)}>
          <Select label={say.dates} options={optionsOf(say.dateOrders)} value={dates.order} onChange={(order) => choose({ dates: order })} />
        </Question>
      )}
      {decimal?.asked && (
        <Question hint={say.amountsAsked(decimal.example)}>
          <Select label={say.amounts} options={optionsOf(say.decimals)} value={decimal.decimal} onChange={(mark) => choose({ decimal: mark })} />
        </Question>
      )}
      {currency !== null && <CurrencyChoice value={currency} onChange={(code) => choose({ currency: code })} />}
      {reading.stages.map(({ name, stageId, count }) => (
        <Select
          key={name}
          label={say.stageOf(name, say.rows(count, wholeNumber(count, locale)))}
          options={stages.map(({ id, name: label }) => ({ id, label }))}
          value={stageId}
          onChange={(id) => choose({ stages: { ...choices.stages, [name]: id } })}
        />
      ))}
      {!reading.holdsLeads && reading.newPeople > 0 && (
        <Select
          label={say.into}
          options={[{ id: none, label: say.noLeads }, ...open.map(({ id, name }) => ({ id, label: say.leadsIn(name) }))]}
          value={choices.stageId ?? none}
          onChange={(id) => choose({ stageId: id === none ? null : id })}
        />
      )}
    </section>
  )
}

function Question({ hint, children }: { hint: string; children: React.ReactNode }) {
  return (
    <div>
      {children}
      <span className={styles.hint}>{hint}</span>
    </div>
  )
}

function CurrencyChoice({ value, onChange }: { value: string; onChange: (currency: string) => void }) {
  const { locale } = useReader()
  const [options] = useState(() => {
    const names = new Intl.DisplayNames(locale, { type: 'currency' })
    return [...new Set([value, ...Intl.supportedValuesOf('currency')])].toSorted().map((id) => ({ id, label: `${id} · ${names.of(id) ?? id}` }))
  })
  return <Select label={importWords.currency} options={options} value={value} onChange={onChange} />
}

function optionsOf<T extends string>(labels: Readonly<Record<T, string>>): { id: T; label: string }[] {
  return (Object.keys(labels) as T[]).map((id) => ({ id, label: labels[id] }))
}
