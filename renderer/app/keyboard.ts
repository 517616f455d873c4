import { useEffect } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { redo, undo } from '../api.ts'

const places: Record<string, string> = { t: '/today', b: '/board', p: '/people', r: '/recaps' }

/** How long after G the letter of a screen may follow, in milliseconds. */
const patience = 1500

/** The keys that work on every screen; see the Shortcuts dialog. Text fields and open dialogs keep their own keys. */
export function useKeyboard({ newLead, shortcuts }: { newLead: () => void; shortcuts: () => void }): void {
  useEffect(() => {
    let goAt = 0
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey || isTyping(event.target)) return
      const key = event.key.toLowerCase()
      if (event.ctrlKey || event.metaKey) {
        const command = key === 'z' ? (event.shiftKey ? redo : () => undo(null)) : key === 'y' ? redo : null
        if (command && !isCovered()) {
          event.preventDefault()
          void command()
        }
        return
      }
      if (isCovered()) return
      const going = event.timeStamp - goAt < patience
      goAt = key === 'g' ? event.timeStamp : 0
      const place = going ? places[key] : undefined
      if (place !== undefined) navigate(place)
      else if (key === 'n') newLead()
      else if (key === '?') shortcuts()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [newLead, shortcuts])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [role=spinbutton], [role=textbox]'))
}

/** A dialog or a menu is open and has the keyboard. A message with Undo is an alertdialog too, but covers nothing. */
function isCovered(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog]:not([aria-modal=false]), [role=menu], [role=listbox]') !== null
}
