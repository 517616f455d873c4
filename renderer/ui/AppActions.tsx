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

/** Whom to write to, as far as it is known already. */
export interface ComposeRequest {
  /** Left out, the lead is asked for. */
  leadId?: Id
  /** The touch that the message is; what is written is kept with it. */
  touchId?: Id
  /** What to begin with. */
  templateId?: Id
}

/** Which leads shall be written to one by one, as far as it is known already. */
export interface MailRequest {
  leadIds?: Id[]
  templateId?: Id
  /** How many of those who were chosen have no lead. */
  withoutLead?: number
  /** Called once it began. */
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
  /** Opens the dialog in which a message is written. */
  compose: (request: ComposeRequest) => void
  /** Opens the dialog that begins to write to many, one by one. */
  mail: (request: MailRequest) => void
}

/** Filled by the app. */
export const AppActionsContext = createContext<AppActions>({ newLead: () => {}, palette: () => {}, enrol: () => {}, compose: () => {}, mail: () => {} })

/** The app's own actions; stable between renders. */
export function useAppActions(): AppActions {
  return use(AppActionsContext)
}
