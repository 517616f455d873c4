import type { Contact } from '../../../shared/contact.ts'
import type { Reader } from '../database/store.ts'
import type { ContactFacts, Entry } from './entry.ts'

export interface Found {
  contact: Contact
  where: 'data' | 'file'
}

type Who = Pick<ContactFacts, 'name' | 'company' | 'emails'>

/**
 * Everybody by what tells them: those in the data, and those of the file so far. In our own files that is the id, else
 * an e-mail address, else name and company: a list of connections or deals often has no addresses. Who has other
 * addresses is somebody else, however alike the names are.
 */
export class PeopleOfFile {
  readonly #reader: Reader
  readonly #byId = new Map<string, Found>()
  readonly #byAddress = new Map<string, Found>()
  readonly #byName = new Map<string, Found>()
  /** Of {@link #byName}, those without an address. */
  readonly #withoutAddress = new Map<string, Found>()
  /** Who had an address so far, in the data or in a row. */
  readonly #addressed = new Set<string>()

  constructor(reader: Reader) {
    this.#reader = reader
    for (const contact of reader.all('contacts')) this.remember({ contact, where: 'data' }, contact.emails)
  }

  find({ id, facts }: Entry): Found | null {
    if (id !== null) {
      const contact = this.#reader.get('contacts', id)
      // A row that says which record it is is that one and no other, however alike two people are.
      return contact ? { contact, where: 'data' } : (this.#byId.get(id) ?? null)
    }
    for (const { address } of facts.emails) {
      const found = this.#byAddress.get(address.toLowerCase())
      if (found) return found
    }
    return this.#findNamed(facts)
  }

  /**
   * From now on they are found by these addresses, too. Also by those that a row has for somebody who stays as they are:
   * else a later row could take them for another person, and the same file would be read otherwise the next time.
   */
  remember(found: Found, emails: Who['emails']): void {
    const { contact } = found
    const add = (map: Map<string, Found>, key: string) => map.has(key) || map.set(key, found)
    if (found.where === 'file') add(this.#byId, contact.id)
    for (const { address } of emails) add(this.#byAddress, address.toLowerCase())
    const name = nameKey(contact)
    if (name === null) return
    add(this.#byName, name)
    if (emails.length > 0 || contact.emails.length > 0) this.#addressed.add(contact.id)
    if (!this.#addressed.has(contact.id)) add(this.#withoutAddress, name)
    else if (this.#withoutAddress.get(name)?.contact.id === contact.id) this.#withoutAddress.delete(name)
  }

  /** Whether somebody else has that name and company already. */
  isTaken({ id, name, company }: Contact): boolean {
    const other = name === '' || company === '' ? undefined : this.#byName.get(nameKey({ name, company }) ?? '')
    return other !== undefined && other.contact.id !== id
  }

  #findNamed(facts: Who): Found | null {
    const name = nameKey(facts)
    if (name === null) return null
    const hasAddress = facts.emails.length > 0
    // A name alone says too little where one of the two has an address.
    const isTelling = facts.name !== '' && facts.company !== ''
    const found = hasAddress && !isTelling ? undefined : this.#withoutAddress.get(name)
    return found ?? (!hasAddress && isTelling ? (this.#byName.get(name) ?? null) : null)
  }
}

function nameKey({ name, company }: Pick<Who, 'name' | 'company'>): string | null {
  return name === '' && company === '' ? null : `${name}|${company}`.toLowerCase()
}
