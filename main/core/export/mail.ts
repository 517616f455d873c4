import MailComposer from 'nodemailer/lib/mail-composer'
import { encodeWord } from 'nodemailer/lib/mime-funcs'

/** A letter to somebody, as it goes into a mail program. */
export interface Letter {
  to: { name: string; address: string } | null
  subject: string
  text: string
  /** A whole document. */
  html: string
  /** An appointment that comes with it (iCalendar, RFC 5545), and the name of its file. */
  meeting: { name: string; text: string } | null
  /** What tells it from every other message (RFC 5322, 3.6.4), without its brackets. */
  id: string
  /** Milliseconds since the epoch. */
  at: number
}

/**
 * A letter as a message that is not sent yet (RFC 5322, MIME): plain text and HTML to choose from, and the appointment
 * both as a third choice, which mail programs offer to take into the calendar, and as a file. `X-Unsent` makes Outlook
 * open it to be written on. It says nothing of who sends it: that is the account of the mail program that does, whose
 * address is not known here; and so the appointment is published (RFC 5546, 3.2.1) and nobody is asked for an answer,
 * which would need an address to go to.
 */
export async function letterFile({ to, subject, text, html, meeting, id, at }: Letter): Promise<string> {
  const message = new MailComposer({
    headers: { 'X-Unsent': '1' },
    ...(to && { to: [{ name: plainName(to.name), address: to.address }] }),
    subject: plainSubject(subject),
    text,
    html,
    ...(meeting && { icalEvent: { method: 'PUBLISH', filename: meeting.name, content: meeting.text } }),
    messageId: `<${id}@followthrough>`,
    date: new Date(at),
    // Every line ends as RFC 5322 has it, and none is long, whatever the letter holds.
    newline: 'windows',
    textEncoding: 'quoted-printable',
    // What somebody typed is never a file or an address to load.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return (await message.compile().build()).toString('utf8')
}

/*
 * Programs read "=?utf-8?Q?…?=" as letters in another writing (RFC 2047), line breaks among them. The composer encodes
 * whatever needs it, and takes what looks so already for its own; nobody means it that way.
 */

function plainSubject(subject: string): string {
  return subject.includes('=?') ? encodeWord(subject, 'Q', 52) : subject
}

function plainName(name: string): string {
  return name.toWellFormed().replace(/\p{Cc}+/gu, ' ').replaceAll('=?', '= ?')
}
