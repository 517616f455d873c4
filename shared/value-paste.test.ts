import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressKey } from './value.ts'
import { guessKind, readPaste } from './value-paste.ts'

const read = (text: string) => readPaste(text).map(({ title, url }) => [title, url])

describe('A pasted text', () => {
  test('gives an item for each line with a title and an address, in any of the usual ways', () => {
    expect(
      read(
        [
          'How to choose a dye lot - https://example.com/dye-lots',
          '• “Ten questions”: https://example.com/ten.',
          '2) [The mill in Bergamo](https://example.com/bergamo)',
          'https://example.com/costs | What waste costs',
          'Read this <https://example.com/read>',
        ].join('\r\n'),
      ),
    ).toEqual([
      ['How to choose a dye lot', 'https://example.com/dye-lots'],
      ['Ten questions', 'https://example.com/ten'],
      ['The mill in Bergamo', 'https://example.com/bergamo'],
      ['What waste costs', 'https://example.com/costs'],
      ['Read this', 'https://example.com/read'],
    ])
  })

  test('takes the line above an address for its title, unless there is an empty one between', () => {
    expect(read('The mill in Bergamo\nhttps://example.com/1\n\nA note by itself\n\nhttps://example.com/a-second-one')).toEqual([
      ['The mill in Bergamo', 'https://example.com/1'],
      ['A note by itself', ''],
      ['A second one', 'https://example.com/a-second-one'],
    ])
  })

  test('names an address by its path, or else by its host', () => {
    expect(read('https://www.example.com/blog/fewer-returns_in%20textiles.html?x=1\nhttps://www.example.com/\nwww.example.com\nexample.com/2026/11')).toEqual([
      ['Fewer returns in textiles', 'https://www.example.com/blog/fewer-returns_in%20textiles.html?x=1'],
      ['Example.com', 'https://www.example.com/'],
      ['Example.com', 'www.example.com'],
      ['Example.com', 'example.com/2026/11'],
    ])
  })

  test('finds several addresses in one line', () => {
    expect(read('One https://example.com/1 Two https://example.com/2')).toEqual([
      ['One', 'https://example.com/1'],
      ['Two', 'https://example.com/2'],
    ])
  })

  test('takes nothing for an address that could run something', () => {
    expect(read('Click javascript:alert(1)')).toEqual([['Click javascript:alert(1)', '']])
    expect(read('[x](javascript:alert(1))').every(([, url]) => url === '')).toBe(true)
  })

  test('never breaks, and keeps titles and addresses within what an item holds', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('\n', ' - ', '[', '](', ')', '%E0%A4%A'))), (parts) => {
        for (const { title, url } of readPaste(parts.join(''))) {
          expect(title.length).toBeLessThanOrEqual(300)
          expect(url.length).toBeLessThanOrEqual(2000)
        }
      }),
    )
  })
})

describe('The kind of an item', () => {
  test.each([
    ['How North Mill halved its waste', 'https://example.com/case-study/north-mill', 'story'],
    ['Dyeing live', 'https://www.eventbrite.co.uk/e/123', 'event'],
    ['Webinar: fewer returns', 'https://example.com/w', 'event'],
    ['What I learnt', 'https://www.linkedin.com/posts/ada_1', 'social-post'],
    ['What I learnt', 'https://www.linkedin.com/pulse/ada', 'article'],
    ['Waste in figures', 'https://example.com/waste.png', 'infographic'],
    ['Savings calculator', 'https://example.com/c', 'tool'],
    ['The eventful year', 'https://example.com/year', 'article'],
    ['', '', 'article'],
  ] as const)('of “%s” at %s is %s', (title, url, kind) => {
    expect(guessKind(title, url)).toBe(kind)
  })
})

describe('Two addresses', () => {
  test('are the same page whatever the campaign, the scheme, the case of the host or a slash at the end', () => {
    const same = ['https://www.Example.com/Page/', 'http://example.com/Page?utm_source=x&fbclid=1', 'example.com/Page#part']
    expect(new Set(same.map(addressKey))).toEqual(new Set(['example.com/Page']))
    expect(addressKey('https://example.com/page')).not.toBe(addressKey('https://example.com/Page'))
    expect(addressKey('https://example.com/?id=1')).not.toBe(addressKey('https://example.com/?id=2'))
    expect(addressKey('')).toBe('')
  })
})
