import { useEffect, useState } from 'react'
import type { SearchResult } from '../../shared/search.ts'
import { bridge, useCall } from '../api.ts'
import { recentLeads } from './recent.ts'

/** Of each kind as many fit beside the others. */
const limit = 6
/** While the index is made, names are there first; the rest is asked for again after so long. */
const againMs = 250

const nothing: SearchResult = { people: [], companies: [], leads: [], notes: [], complete: true }

/** What there is to a text; keeps showing what was found before until the answer is there. `of` is the text answered. */
export function useFound(text: string): SearchResult & { of: string } {
  const [found, setFound] = useState({ ...nothing, of: '' })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const ask = async () => {
      const reply = await bridge.call('search', { text, limit })
      if (isOver) return
      if (reply.ok) setFound({ ...reply.data, of: text })
      if (reply.ok && !reply.data.complete) timer = setTimeout(() => void ask(), againMs)
    }
    void ask()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [text])
  return found
}

/** The leads opened last that are still there. */
export function useRecent() {
  const [leadIds] = useState(recentLeads)
  const cards = useCall('getCards', { leadIds }, { enabled: leadIds.length > 0 }).data ?? []
  return leadIds.flatMap((id) => cards.filter((card) => card.id === id))
}
