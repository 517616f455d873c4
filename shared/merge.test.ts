import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linkTarget, permissionNotAsked, unknownContact, withTags, type Contact } from './contact.ts'
import { chosenFields, duplicateGroups, mergedFacts, phoneKey, proposedChoices, type ChosenField } from './merge.ts'

function aContact(id: string, facts: Partial<Contact> = {}): Contact {
  return { ...unknownContact, id, createdAt: '2026-11-22T09:00:00.000Z', ...facts }
}

function email(address: string) {
  return { label: '', address }
}

describe('Looking for duplicates', () => {
  test('joins over several steps and names each reason once, the strongest first', () => {
    const groups = duplicateGroups([
      aContact('a', { name: 'Ann', company: 'Acme', emails: [email('ann@acme.example')] }),
      aContact('b', { name: 'ANN', company: 'acme', phones: [{ label: '', number: '030 555 0199' }] }),
      aContact('c', { name: 'Anna', emails: [email('ANN@acme.example')] }),
    ])
    expect(groups.map(({ reasons, contacts }) => [reasons, contacts.map(({ id }) => id)])).toEqual([[['email', 'name-company'], ['a', 'b', 'c']]])
  })

  test('tells those who share only a name last, and not again when they are together already', () => {
    const groups = duplicateGroups([
      aContact('a', { name: 'Zoë', company: 'One' }),
      aContact('b', { name: 'zoe', company: 'Two' }),
      aContact('c', { name: 'Tom', emails: [email('t@t.example')] }),
      aContact('d', { name: 'Tom', emails: [email('t@t.example')] }),
    ])
    expect(groups.map(({ reasons, contacts }) => [reasons, contacts.map(({ id }) => id)])).toEqual([
      [['email'], ['c', 'd']],
      [['name'], ['a', 'b']],
    ])
  })

  test('finds nobody among those of whom nothing is known', () => {
    expect(duplicateGroups([aContact('a'), aContact('b')])).toEqual([])
  })

  test.each([
    ['+49 170 1234567', '0170/123 45 67', true],
    ['+1 (415) 555-0132', '415.555.0132', true],
    ['555 0132', '555-0132', true],
    ['+49 170 1234567', '+49 170 1234568', false],
  ])('takes %s and %s for the same number: %s', (one, other, same) => {
    expect(phoneKey(one) === phoneKey(other)).toBe(same)
  })

  test('does not compare extensions', () => {
    expect(phoneKey('ext. 123')).toBeNull()
  })
})

/** What a field says, where nobody has to read it. */
function textOf(contact: Contact, field: ChosenField): string {
  const value = contact[field]
  return value === null ? '' : typeof value === 'object' ? value.words : String(value)
}

describe('Merging two contacts', () => {
  const text = fc.constantFrom('', 'one', 'two', 'three')
  const some = fc.record({
    name: text,
    company: text,
    role: text,
    industry: text,
    howWeMet: text,
    notes: text,
    tags: fc.uniqueArray(text.filter(Boolean)),
    links: fc.uniqueArray(text.filter(Boolean)),
    zone: fc.constantFrom(null, 'Europe/Berlin', 'Asia/Tokyo'),
    preferredChannel: fc.constantFrom(null, 'email' as const, 'text' as const),
    keepInTouchDays: fc.constantFrom(null, 31, 97),
    referredBy: fc.constantFrom(null, 'somebody', 'somebody else'),
  })

  test('loses no text, tag, link, address or choice of either', () => {
    fc.assert(
      fc.property(some, some, fc.array(fc.constantFrom('keep', 'drop', 'neither'), { minLength: chosenFields.length, maxLength: chosenFields.length }), (left, right, sides) => {
        const [keep, drop] = [aContact('a', left), aContact('b', right)]
        const proposal = proposedChoices(keep, drop)
        const choices = Object.fromEntries(Object.keys(proposal).map((field, index) => [field, sides[index]])) as typeof proposal
        const merged = mergedFacts(keep, drop, choices, textOf)
        const content = JSON.stringify(merged)
        for (const contact of [left, right]) for (const value of Object.values(contact).flat()) if (value !== null) expect(content).toContain(String(value))
      }),
    )
  })

  test('keeps the labels of an address that both have', () => {
    const keep = aContact('a', { emails: [email('ann@lee.example')], phones: [{ label: 'home', number: '030 1234567' }] })
    const drop = aContact('b', { emails: [{ label: 'work', address: 'ANN@lee.example' }], phones: [{ label: 'office', number: '(030) 123 45 67' }] })
    const { emails, phones } = mergedFacts(keep, drop, proposedChoices(keep, drop), textOf)
    expect(emails).toEqual([{ label: 'work', address: 'ann@lee.example' }])
    expect(phones).toEqual([{ label: 'home, office', number: '030 1234567' }])
  })

  test('leaves them alone as long and as far as either of them asked, whatever is chosen', () => {
    const asked = (notBefore: string | null) => ({ ...permissionNotAsked, notBefore })
    const keep = aContact('a', { permission: { ...asked(null), status: 'granted' } })
    const drop = aContact('b', { permission: asked('2027-03-01'), doNotContact: true })
    const sooner = aContact('c', { permission: asked('2026-12-01') })
    for (const [one, other] of [[keep, drop], [drop, keep], [drop, sooner], [sooner, drop]] as const) {
      expect(mergedFacts(one, other, proposedChoices(one, other), textOf)).toMatchObject({ permission: { notBefore: '2027-03-01' }, doNotContact: true })
    }
    expect(mergedFacts(keep, keep, proposedChoices(keep, keep), textOf)).toMatchObject({ permission: { status: 'granted', notBefore: null }, doNotContact: false })
  })

  test('writes no introduction of one by the other into the notes', () => {
    const keep = aContact('a', { name: 'Ann', referredBy: 'b' })
    const drop = aContact('b', { name: 'Ann', referredBy: 'c' })
    expect(mergedFacts(keep, drop, proposedChoices(keep, drop), textOf)).toMatchObject({ notes: '', referredBy: 'c' })
  })

  test('proposes what only one of them says, and the more careful permission', () => {
    const no = { ...permissionNotAsked, status: 'declined' as const, on: '2026-01-02', words: 'Please do not call', notBefore: null }
    const keep = aContact('a', { name: 'Ann', permission: { ...no, status: 'granted', words: 'Go ahead' }, referredBy: 'b' })
    const drop = aContact('b', { name: 'A.', role: 'Owner', zone: 'Europe/Berlin', permission: no })
    const merged = mergedFacts(keep, drop, proposedChoices(keep, drop), textOf)
    expect(merged).toMatchObject({ name: 'Ann', role: 'Owner', zone: 'Europe/Berlin', permission: no, referredBy: null })
    expect(merged.notes).toContain('Go ahead')
  })
})

describe('Tags', () => {
  test('come and go without regard to case, and the same list comes back when nothing changes', () => {
    const tags = ['Fair', 'old']
    expect(withTags(tags, ['fair', 'new', 'NEW', ''], ['OLD'])).toEqual(['Fair', 'new'])
    expect(withTags(tags, ['FAIR'], ['gone'])).toBe(tags)
  })
})

describe('A link', () => {
  test.each(['https://example.com/a?b=c', 'http://localhost:8080/x', 'mailto:jane@example.com'])('%s opens outside', (address) => {
    expect(linkTarget(address)).toEqual({ kind: 'outside', href: address })
  })

  test.each(['example.com', 'www.münchen.de/angebot', 'example.co.uk:8080/x'])('%s is a web address without its scheme', (address) => {
    expect(linkTarget(address)).toEqual({ kind: 'outside', href: `https://${address}` })
  })

  test.each(['file:///home/jo/offer.pdf', 'C:\\Offers\\one.pdf', '\\\\server\\share\\one.pdf', '/home/jo/offer.pdf', '~/offer.pdf'])('%s is a file', (address) => {
    expect(linkTarget(address)).toEqual({ kind: 'file', path: address })
  })

  test.each(['', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', 'two words', 'plain', 'https://', 'mailto:', 'http://a b', 'ftp://example.com'])('%j is none', (address) => {
    expect(linkTarget(address)).toBeNull()
  })
})
