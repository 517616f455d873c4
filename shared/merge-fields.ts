/** What a message can name of the person it goes to, and of the one who writes it; empty where it is not known. */
export interface MergeFields {
  firstName: string
  name: string
  company: string
  role: string
  myName: string
}

/**
 * A message with its fields filled in (practice P11): `{{firstName | there}}` is their first name, or `there` when that is
 * not known. A field without a value and without words to stand in for it stays as it is, so that it is seen, and so does
 * one of an unknown name.
 */
export function filledMessage(message: string, fields: MergeFields): string {
  return message.replace(/\{\{\s*([A-Za-z]+)\s*(?:\|([^{}]*))?\}\}/g, (field, name: string, otherwise: string | undefined) => {
    const value = Object.hasOwn(fields, name) ? fields[name as keyof MergeFields] : ''
    return value || otherwise?.trim() || field
  })
}
