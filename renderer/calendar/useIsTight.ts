import { useSyncExternalStore } from 'react'

// As the bar at the top folds its search to an icon.
const tight = window.matchMedia('(max-width: 1099px)')

/** True in windows in which the bar has no room for words in full. */
export function useIsTight(): boolean {
  return useSyncExternalStore(
    (changed) => {
      tight.addEventListener('change', changed)
      return () => tight.removeEventListener('change', changed)
    },
    () => tight.matches,
  )
}
