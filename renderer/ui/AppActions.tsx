import { createContext, use } from 'react'
import type { Id } from '../../shared/id.ts'

/** Which leads shall go into a cadence, to be asked about. */
export interface EnrolRequest {
  leadIds: Id[]
  /** The cadence that they are to leave, which is not offered. */
  leaving?: Id
  /** How many of those who were chosen have no lead to enrol. */
  withoutLead?: number
  /** Called once they were enrolled. */
  onStarted?: () => void
}

/** What any screen may ask of the app around it. */
export interface AppActions {
  /** Opens the dialog that adds a lead. */
  newLead: () => void
  /** Opens the field that finds anybody and does anything. */
  palette: () => void
  /** Opens the dialog that starts a cadence. */
  enrol: (request: EnrolRequest) => void
}

/** Filled by the app. */
export const AppActionsContext = createContext<AppActions>({ newLead: () => {}, palette: () => {}, enrol: () => {} })

/** The app's own actions; stable between renders. */
export function useAppActions(): AppActions {
  return use(AppActionsContext)
}
