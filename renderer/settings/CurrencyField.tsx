import { useState } from 'react'
import { useReader } from '../ui/Reader.tsx'
import { Select } from '../ui/Select.tsx'

/** A currency by its name in the reader's language, the code first. */
export function CurrencyField({ label, value, onChange }: { label: string; value: string; onChange: (currency: string) => void }) {
  const { locale } = useReader()
  const [options] = useState(() => {
    const names = new Intl.DisplayNames(locale, { type: 'currency' })
    return [...new Set([value, ...Intl.supportedValuesOf('currency')])].toSorted().map((id) => ({ id, label: `${id} · ${names.of(id) ?? id}` }))
  })
  return <Select label={label} options={options} value={value} onChange={onChange} />
}
