/** Some mail programs and systems cut a mailto address that is longer. */
const longest = 1900

/**
 * The mailto address (RFC 6068) that opens a new message with this subject and body; line breaks become CRLF as §5
 * asks, and half a surrogate pair, which no address can carry, becomes U+FFFD. Null when it would be so long that a mail
 * program may cut it.
 */
export function mailLink(to: string, subject: string, body: string): string | null {
  const query = `subject=${encoded(subject)}&body=${encoded(body.replace(/\r\n?|\n/g, '\r\n'))}`
  const link = `mailto:${encoded(to).replace('%40', '@')}?${query}`
  return link.length > longest ? null : link
}

const encoded = (text: string) => encodeURIComponent(text.toWellFormed())
