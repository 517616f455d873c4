import { useEffect } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { redo, undo } from '../api.ts'
import { goPatience, isCovered, isTyping } from '../ui/keys.ts'

const places: Record<string, string> = { t: '/today', b: '/board', c: '/calendar', p: '/people', r: '/recaps', o: '/promises', k: '/playbook' }

/** The keys that work on every screen; see the Shortcuts dialog. Text fields and open dialogs keep their own keys. */
export function useKeyboard({ newLead, shortcuts, palette }: { newLead: () => void; shortcuts: () => void; palette: () => void }): void {
  useEffect(() => {
    let goAt = -goPatience
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return
      const key = event.key.toLowerCase()
      // The search is there from any field too; over a dialog it would leave what is typed there behind.
      if (key === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
        event.preventDefault()
        if (!isCovered()) palette()
        return
      }
      if (isTyping(event.target)) return
      if (event.ctrlKey || event.metaKey) {
        const command = key === 'z' ? (event.shiftKey ? redo : () => undo(null)) : key === 'y' ? redo : null
        if (command && !isCovered()) {
          event.preventDefault()
          void command()
        }
        return
      }
      if (isCovered()) return
      const going = event.timeStamp - goAt < goPatience
      goAt = key === 'g' ? event.timeStamp : -goPatience
      const place = going ? places[key] : undefined
      if (place !== undefined) navigate(place)
      else if (key === 'n') newLead()
      else if (key === '?') shortcuts()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [newLead, shortcuts, palette])
}
