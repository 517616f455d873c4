import { createContext, use } from 'react'

/** What any screen may ask of the app around it. */
export interface AppActions {
  /** Opens the dialog that adds a lead. */
  newLead: () => void
  /** Opens the field that finds anybody and does anything. */
  palette: () => void
}

/** Filled by the app. */
export const AppActionsContext = createContext<AppActions>({ newLead: () => {}, palette: () => {} })

/** The app's own actions; stable between renders. */
export function useAppActions(): AppActions {
  return use(AppActionsContext)
}
