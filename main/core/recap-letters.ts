import { contactName, firstName, type Contact } from '../../shared/contact.ts'
import { localDateAt } from '../../shared/dates.ts'
import { Refusal } from '../../shared/errors.ts'
import { letterDocument, renderRecap, type RecapText } from '../../shared/recap-text.ts'
import type { Recap } from '../../shared/recap.ts'
import { words } from '../../shared/strings/words.ts'
import type { Database } from './database/database.ts'
import type { Reader } from './database/store.ts'
import { meetingFile } from './export/meeting.ts'
import type { Actions, Context } from './handlers.ts'
import type { CoreOptions } from './host.ts'
import { contactOf, leadOf } from './look-up.ts'
import { recapOf, talkedAt } from './recap-records.ts'

interface Press {
  database: Pick<Database, 'read'>
  context: () => Context
  savePdf: CoreOptions['savePdf']
}

/** The ways in which a recap becomes a file; each is made of what is stored, never of what a page hands in. */
export function recapLetterActions({ database, context, savePdf }: Press): Actions<'recapFile' | 'saveRecapPdf'> {
  return {
    async recapFile({ id, locale }) {
      const now = context()
      const { name, letter } = await database.read((reader) => {
        const recap = recapOf(reader, id)
        const { contact, subject, text, html } = letterOf(reader, recap, locale, now)
        const meeting = recap.next && { name: `${words.recapFiles.meeting}.ics`, text: meetingFile(reader, recap, recap.next, contact, now) }
        return { name: fileName(contact, now), letter: { to: addressOf(contact), subject, text, html: letterDocument(subject, html), meeting, id: now.newId(), at: now.now } }
      })
      // What makes messages is loaded when the first one is made.
      const { letterFile } = await import('./export/mail.ts')
      return { name: `${name}.eml`, type: 'message/rfc822', text: await letterFile(letter) }
    },

    async saveRecapPdf({ id, locale }) {
      if (savePdf === undefined) throw new Refusal('not-allowed', words.errors.pdfOnlyDesktop)
      const now = context()
      const { name, html } = await database.read((reader) => {
        const recap = recapOf(reader, id)
        const { contact, subject, html: letter } = letterOf(reader, recap, locale, now)
        return { name: fileName(contact, now), html: letterDocument(subject, letter) }
      })
      return { saved: await savePdf({ name: `${name}.pdf`, html }) }
    },
  }
}

/** The recap as it reads for this locale, and who it goes to. */
function letterOf(reader: Reader, recap: Recap, locale: string, { now, zone, settings }: Context): RecapText & { contact: Contact } {
  const contact = contactOf(reader, leadOf(reader, recap.leadId).contactId)
  const letter = renderRecap({
    content: recap,
    firstName: firstName(contact),
    sender: { name: settings.name, signature: settings.signature },
    talkedOn: localDateAt(Date.parse(talkedAt(reader, recap)), zone),
    reader: { locale, zone, now },
  })
  return { contact, ...letter }
}

/** The first address that a mail could go to (RFC 5322, 3.4.1, without what has to be quoted); the others are no addresses. */
function addressOf(contact: Contact): { name: string; address: string } | null {
  const found = contact.emails.find(({ address }) => /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u.test(address))
  return found ? { name: contact.name, address: found.address } : null
}

/** A name for a file on any system, without its ending. */
function fileName(contact: Contact, { today }: Context): string {
  const who = contactName(contact).toWellFormed().replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ').replace(/\s+/g, ' ').trim()
  return words.recapFiles.name(who.slice(0, 60).toWellFormed(), today).replace(/\s+/g, ' ')
}
