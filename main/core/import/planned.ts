import type { Contact } from '../../../shared/contact.ts'
import type { ImportReading } from '../../../shared/import.ts'
import type { Lead } from '../../../shared/lead.ts'
import type { Stage } from '../../../shared/stage.ts'
import type { ContactFacts, Entry, Rejected } from './entry.ts'
import type { StagesOfFile } from './stages-of-file.ts'

/** A person or lead that an import adds; of leads, the place on the board is found when it is done. */
export interface NewContact {
  entry: Entry
  contact: Contact
}
export interface NewLead {
  entry: Entry
  /** The stage is `stageId`; the rank is still open. */
  lead: Omit<Lead, 'rank'>
  stage: Stage
}

/** A row of somebody who is there already. */
export type Duplicate = ImportReading['duplicates'][number]

/** What becomes of a file: all of it is done in one transaction, or nothing. */
export interface Plan {
  /** By the contact's id. */
  contacts: Map<string, NewContact>
  /** What is filled in, by the contact's id. */
  fills: Map<string, Partial<ContactFacts>>
  leads: NewLead[]
  knownLeads: number
  duplicates: Duplicate[]
  rejected: Rejected[]
  stages: StagesOfFile
}
