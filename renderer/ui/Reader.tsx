import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Zone } from '../../shared/dates.ts'
import type { Reader } from '../../shared/format.ts'
import { readerLocale, type DateStyle } from '../../shared/locale.ts'

function computerZone(): Zone {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

const ReaderContext = createContext<Reader>({ locale: readerLocale(navigator.languages), zone: computerZone(), now: Date.now() })

/** Who reads, for every date and amount below it; `now` moves on with each minute of the wall. */
export function ReaderProvider({ zone, style, children }: { zone: Zone | undefined; style?: DateStyle | undefined; children: ReactNode }) {
  const now = useMinute()
  const locale = readerLocale(navigator.languages, style)
  const reader = useMemo(() => ({ locale, zone: zone ?? computerZone(), now }), [locale, zone, now])
  return (
    <ReaderContext value={reader}>
      <I18nProvider locale={locale}>{children}</I18nProvider>
    </ReaderContext>
  )
}

/** The reader's locale, zone and current minute, to hand to `shared/format.ts`. */
export function useReader(): Reader {
  return use(ReaderContext)
}

function useMinute(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    let next: ReturnType<typeof setTimeout>
    const look = () => {
      clearTimeout(next)
      next = setTimeout(look, 60_000 - (Date.now() % 60_000))
      setNow(Date.now())
    }
    look()
    // A sleeping computer stops timers: look at the clock when the window is looked at again.
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(next)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return now
}
