import type { SampleValue } from '../sample.ts'

/** What the invented seller of the sample data has to give, in English; some of it was given already. */
export const sampleValues: SampleValue[] = [
  {
    key: 'extraction-rules', kind: 'article', title: 'What the new extraction rules ask of a workshop', url: 'https://ferris.example/extraction-rules',
    summary: 'Limits, deadlines and what an inspector looks at first, on two pages.', tags: ['cold list'], industries: [], stages: ['contacted'], objections: [], publishedDaysAgo: 40, bestBeforeDays: null, age: 38,
  },
  {
    key: 'joinery-leeds', kind: 'story', title: 'How a joinery in Leeds paid for its extraction in a year', url: 'https://stories.example/joinery-leeds',
    summary: 'They had no budget either: a grant, two instalments, and the heating they no longer blow out.', tags: [], industries: [], stages: [], objections: ['No budget this year', 'Too expensive'], publishedDaysAgo: 90, bestBeforeDays: null, age: 80,
  },
  {
    key: 'grant-deadline', kind: 'event', title: 'Workshop grant: the autumn round', url: 'https://grants.example/autumn',
    summary: 'Who may apply, and the form in plain words.', tags: [], industries: [], stages: [], objections: ['No budget'], publishedDaysAgo: 60, bestBeforeDays: -2, age: 58,
  },
  {
    key: 'blade-wear', kind: 'infographic', title: 'Blade wear by material, on one page', url: 'https://files.example/blade-wear.png',
    summary: '', tags: ['trade show'], industries: [], stages: ['new', 'contacted'], objections: [], publishedDaysAgo: 20, bestBeforeDays: null, age: 20,
  },
  {
    key: 'label-crete', kind: 'story', title: 'A label that sold out the harvest: an olive press on Crete', url: 'https://stories.example/olive-press',
    summary: 'One range, three bottles, and what changed on the shelf.', tags: ['newsletter'], industries: [], stages: [], objections: [], publishedDaysAgo: 120, bestBeforeDays: null, age: 100,
  },
  {
    key: 'one-dye-lot', kind: 'article', title: 'One dye lot for the whole order: what it takes', url: 'https://articles.example/one-dye-lot',
    summary: 'Why batches differ, and the three things to agree on before dyeing.', tags: ['samples'], industries: ['Textiles'], stages: ['meeting', 'proposal'], objections: ['Our supplier is cheaper'], publishedDaysAgo: 9, bestBeforeDays: null, age: 8,
  },
  {
    key: 'first-year-costs', kind: 'tool', title: 'First-year costs: a calculator', url: 'https://files.example/first-year.xlsx',
    summary: 'Price, fitting, upkeep and what is saved, to fill in together.', tags: [], industries: [], stages: ['proposal', 'negotiation'], objections: ['Too expensive', 'A cheaper one'], publishedDaysAgo: null, bestBeforeDays: null, age: 70,
  },
  {
    key: 'roof-checklist', kind: 'tool', title: 'Roof checklist: ten things to measure', url: 'https://files.example/roof-checklist',
    summary: '', tags: ['warm'], industries: [], stages: ['meeting'], objections: [], publishedDaysAgo: null, bestBeforeDays: null, age: 60,
  },
  {
    key: 'open-house', kind: 'event', title: 'Open house: see it running', url: 'https://events.example/open-house',
    summary: 'Two hours on a Thursday, with two customers who answer questions.', tags: ['warm', 'trade show'], industries: [], stages: [], objections: [], publishedDaysAgo: 5, bestBeforeDays: 18, age: 5,
  },
]
