import { createContext, use } from 'react'

/** What any screen may ask of the app around it. */
export interface AppActions {
  /** Opens the dialog that adds a lead. */
  newLead: () => void
}

/** Filled by the app. */
export const AppActionsContext = createContext<AppActions>({ newLead: () => {} })

/** The app's own actions; stable between renders. */
export function useAppActions(): AppActions {
  return use(AppActionsContext)
}
