import { useState } from 'react'
import type { LocalDate } from '../../shared/dates.ts'
import { shortDate } from '../../shared/format.ts'
import { regionOf } from '../../shared/locale.ts'
import { bridge, useCall } from '../api.ts'
import { useReader } from '../ui/Reader.tsx'

/** A day while it is written in plain words. */
export interface WrittenDay {
  text: string
  write: (text: string) => void
  choose: (date: LocalDate) => void
  /** The day that the words name, as far as that is known by now. */
  meant: LocalDate | null
  /** The day that the words name; null for none, undefined when they are not understood. */
  resolve: () => Promise<LocalDate | null | undefined>
}

/** @param start the day that stands there at first */
export function useDay(start: LocalDate | null): WrittenDay {
  const reader = useReader()
  const region = regionOf(reader.locale)
  const wordsOf = (date: LocalDate) => shortDate(date, reader)
  const [written, setWritten] = useState({ text: start === null ? '' : wordsOf(start), date: start })
  const text = written.text.trim()
  // What was chosen is known, whatever the language that it is written in.
  const isKnown = text === '' || written.date !== null
  const { data } = useCall('readDay', { text, region }, { enabled: !isKnown, keep: true })
  return {
    text: written.text,
    write: (changed) => setWritten({ text: changed, date: null }),
    choose: (date) => setWritten({ text: wordsOf(date), date }),
    meant: text === '' ? null : (written.date ?? data?.date ?? null),
    resolve: async () => {
      if (isKnown) return written.date
      const reply = await bridge.call('readDay', { text, region })
      return reply.ok && reply.data.date !== null ? reply.data.date : undefined
    },
  }
}
