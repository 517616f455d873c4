import type { SamplePerson, SampleRecap } from '../sample.ts'
import { sampleValues } from './en-sample-values.ts'

/*
 * The invented people of the sample data, in English. Whoever tries the app meets them first, so they show what it
 * is for: somebody to answer now, somebody forgotten, a meeting to recap, a No that was not the end.
 */

const day = 24 * 60

const people: SamplePerson[] = [
  {
    key: 'ines-duarte', name: 'Ines Duarte', company: 'Porto Ceramics', role: 'Owner', email: 'ines@porto-ceramics.example', phone: '+351 912 555 014',
    tags: ['web form'], notes: 'Plays the viola; two kids. Opens a second studio in spring.',
    leads: [{
      title: 'Kiln shelves for the second studio', stage: 'new', value: 12_000, source: 'web form', inbound: true, age: 6, days: 0,
      next: { channel: 'call', purpose: 'Answer her question about delivery before March', due: { minutes: 30 } }, done: [],
    }],
  },
  {
    key: 'marek-novak', name: 'Marek Novák', company: 'Novák & Synové', role: 'Managing director', email: 'marek@novak-synove.example', phone: '+420 601 555 010',
    tags: ['trade show'], notes: 'Met at the fair in Brno. Prefers short mails.',
    leads: [{
      title: 'Cutting line, phase one', stage: 'new', value: 8_000, source: 'trade show', inbound: false, age: 3 * day, days: 3,
      next: { channel: 'email', purpose: 'Send the infographic on blade wear', due: { days: 1, time: null }, gives: 'blade-wear' }, done: [],
    }],
  },
  {
    key: 'aisha-bello', name: 'Aisha Bello', company: 'Lagos Freight', role: 'Operations lead', email: 'aisha@lagos-freight.example', phone: '+234 803 555 0123',
    tags: ['referral'], notes: 'Introduced by Sam Okafor.',
    leads: [{
      title: 'Route planning for 14 trucks', stage: 'new', value: 18_000, source: 'referral', inbound: false, age: 6 * day, days: 6, next: null,
      done: [{ channel: 'email', purpose: 'Say hello, mention Sam', daysAgo: 5, time: '11:20', outcome: 'replied', notes: 'Glad to talk, very busy until the end of the month.' }],
    }],
  },
  {
    key: 'noor-haddad', name: 'Noor Haddad', company: 'Haddad Interiors', role: 'Designer', email: 'noor@haddad-interiors.example', phone: '+961 3 555 014',
    tags: ['web form'], notes: '',
    leads: [{
      title: 'Acoustic panels, hotel lobby', stage: 'new', value: 6_500, source: 'web form', inbound: true, age: 3 * day, days: 3,
      next: { channel: 'call', purpose: 'Ask for the floor plan', due: { days: -1, time: '10:00' } },
      done: [{ channel: 'email', purpose: 'First answer', daysAgo: 2, time: '09:12', outcome: 'left-message', notes: 'Thanked her, proposed a call.' }],
    }],
  },
  {
    key: 'joao-pereira', name: 'João Pereira', company: 'Pereira Olive Oil', role: 'Export manager', email: 'joao@pereira-azeite.example', phone: '+351 933 555 020',
    tags: ['newsletter'], notes: 'Harvest until December; mornings are best.',
    leads: [{
      title: 'Bottle labels, new range', stage: 'new', value: 4_200, source: 'newsletter', inbound: true, age: 4 * day, days: 4,
      next: { channel: 'social', purpose: 'Share the case study from Crete', due: { days: 4, time: null } }, done: [],
    }],
  },
  {
    key: 'tom-ferris', name: 'Tom Ferris', company: 'Ferris Joinery', role: 'Owner', email: 'tom@ferris-joinery.example', phone: '+44 7700 900123',
    tags: ['cold list'], notes: 'Restores church doors. Hates slides.',
    leads: [{
      title: 'Workshop dust extraction', stage: 'contacted', value: 6_000, source: 'cold list', inbound: false, age: 30 * day, days: 21,
      next: { channel: 'call', purpose: 'Third-party story: the joinery in Leeds', due: { days: -2, time: '09:30' } },
      done: [
        { channel: 'call', purpose: 'First call', daysAgo: 21, time: '09:40', outcome: 'said-no', notes: 'No budget before the new year.' },
        { channel: 'email', purpose: 'Article on extraction rules', daysAgo: 14, time: '08:30', outcome: 'no-answer', notes: '', gives: 'extraction-rules' },
        { channel: 'call', purpose: 'Did the article help?', daysAgo: 9, time: '16:10', outcome: 'left-message', notes: '' },
        { channel: 'text', purpose: 'Grant deadline', daysAgo: 5, time: '12:05', outcome: 'no-answer', notes: '', gives: 'grant-deadline' },
      ],
    }],
  },
  {
    key: 'yuki-tanaka', name: 'Yuki Tanaka', company: 'Kansai Optics', role: 'Head of purchasing', email: 'tanaka@kansai-optics.example', phone: '+81 6 5550 0142',
    tags: ['partner'], notes: 'Call after 9:00 in Osaka.',
    leads: [{
      title: 'Coating supplies, yearly contract', stage: 'contacted', value: 40_000, source: 'partner', inbound: false, age: 12 * day, days: 8,
      next: { channel: 'email', purpose: 'Send the test report', due: { minutes: 150 } },
      done: [{ channel: 'call', purpose: 'First call', daysAgo: 8, time: '08:00', outcome: 'talked', notes: 'Wants test data before a meeting.' }],
    }],
  },
  {
    key: 'lena-graf', name: 'Lena Graf', company: 'Graf Architekten', role: 'Partner', email: 'lena@graf-architekten.example', phone: '+49 30 5550 0167',
    tags: ['prefers text'], notes: 'Reads messages in the evening.',
    leads: [{
      title: 'Timber façade samples', stage: 'contacted', value: 14_000, source: 'LinkedIn', inbound: false, age: 16 * day, days: 10,
      next: { channel: 'text', purpose: 'Ask which of the two samples she kept', due: { days: 3, time: null } },
      done: [{ channel: 'social', purpose: 'Comment on her library project', daysAgo: 10, time: '19:30', outcome: 'replied', notes: 'Asked for samples.' }],
    }],
  },
  {
    key: 'kofi-mensah', name: 'Kofi Mensah', company: 'Mensah Cocoa', role: 'Founder', email: 'kofi@mensah-cocoa.example', phone: '+233 24 555 0188',
    tags: ['trade show'], notes: 'Introduced his sister Ama, who runs the roastery.',
    leads: [{
      title: 'Packaging for the single-estate bars', stage: 'contacted', value: 9_500, source: 'trade show', inbound: false, age: 9 * day, days: 6,
      next: { channel: 'call', purpose: 'Agree a date with Ama', due: { days: 1, time: '11:00', zone: 'Africa/Accra' } },
      done: [{ channel: 'email', purpose: 'Photos from the stand', daysAgo: 6, time: '15:45', outcome: 'replied', notes: '' }],
    }],
  },
  {
    key: 'sofia-lindqvist', name: 'Sofia Lindqvist', company: 'Lindqvist Cykel', role: 'Shop owner', email: 'sofia@lindqvist-cykel.example', phone: '+46 70 555 01 33',
    tags: ['referral'], notes: '',
    leads: [{
      title: 'Fleet service plan', stage: 'contacted', value: 5_400, source: 'referral', inbound: false, age: 18 * day, days: 12, next: null,
      done: [{ channel: 'call', purpose: 'First call', daysAgo: 12, time: '10:15', outcome: 'talked', notes: 'Decides with her brother.' }],
    }],
  },
  {
    key: 'sam-okafor', name: 'Sam Okafor', company: 'Brightline Solar', role: 'Head of procurement', email: 'sam@brightline-solar.example', phone: '+1 512 555 0148',
    tags: ['warm'], notes: 'Runs marathons; Lisbon in April.',
    leads: [{
      title: 'Mounting kits, three roofs', stage: 'meeting', value: 55_000, source: 'referral', inbound: false, age: 24 * day, days: 4,
      next: { channel: 'video', purpose: 'Walk through the three roofs', due: { minutes: 240 } },
      done: [
        { channel: 'call', purpose: 'First call', daysAgo: 15, time: '17:00', outcome: 'talked', notes: 'Three roofs, one deadline.', gives: 'first-year-costs' },
        { channel: 'email', purpose: 'Roof checklist', daysAgo: 4, time: '09:05', outcome: 'meeting-booked', notes: '', gives: 'roof-checklist' },
      ],
    }],
  },
  {
    key: 'priya-nair', name: 'Priya Nair', company: 'Nair Textiles', role: 'Purchasing', email: 'priya@nair-textiles.example', phone: '+91 484 555 0199',
    tags: ['samples'], notes: 'In Mumbai on Tuesdays.',
    leads: [{
      title: 'Trial order, one dye lot', stage: 'meeting', value: 22_000, source: 'LinkedIn', inbound: false, age: 20 * day, days: 2,
      next: { channel: 'video', purpose: 'Look at the samples together', due: { days: 6, time: '15:30', zone: 'Asia/Kolkata' } },
      done: [
        { channel: 'email', purpose: 'Introduction', daysAgo: 13, time: '07:50', outcome: 'meeting-booked', notes: '' },
        { channel: 'video', purpose: 'First meeting', daysAgo: 0, time: '00:00', outcome: 'talked', notes: 'Two returns last month because of the dye.' },
      ],
    }],
  },
  {
    key: 'matteo-rossi', name: 'Matteo Rossi', company: 'Rossi Cantine', role: 'Cellar master', email: 'matteo@rossi-cantine.example', phone: '+39 347 555 0172',
    tags: ['trade show'], notes: 'Show the tank, not the brochure.',
    leads: [{
      title: 'Tank sensors, first cellar', stage: 'meeting', value: 27_500, source: 'trade show', inbound: false, age: 28 * day, days: 5,
      next: { channel: 'in-person', purpose: 'Visit the cellar', due: { days: 5, time: '14:00' } },
      done: [{ channel: 'call', purpose: 'Plan the visit', daysAgo: 5, time: '18:20', outcome: 'meeting-booked', notes: '' }],
    }],
  },
  {
    key: 'emily-carter', name: 'Emily Carter', company: 'Carter & Lowe', role: 'Office manager', email: 'emily@carter-lowe.example', phone: '+1 617 555 0117',
    tags: ['inbound'], notes: '',
    leads: [{
      title: 'Booking tool for 30 seats', stage: 'meeting', value: 15_500, source: 'webinar', inbound: true, age: 11 * day, days: 3,
      next: { channel: 'email', purpose: 'Send the answers about single sign-on', due: { days: 0, time: null } },
      done: [{ channel: 'video', purpose: 'Demonstration', daysAgo: 3, time: '16:00', outcome: 'talked', notes: 'Asked about single sign-on.' }],
    }],
  },
  {
    key: 'chloe-martin', name: 'Chloé Martin', company: 'Atelier Martin', role: 'Founder', email: 'chloe@atelier-martin.example', phone: '+33 6 39 98 01 42',
    tags: ['design'], notes: 'Shows in Milan in spring; needs everything by then.',
    leads: [{
      title: 'Display stands for Milan', stage: 'proposal', value: 31_000, source: 'referral', inbound: false, age: 35 * day, days: 6,
      next: { channel: 'call', purpose: 'Answer her question about the hinges', due: { days: 2, time: '10:30' } },
      done: [
        { channel: 'in-person', purpose: 'Visit the studio', daysAgo: 8, time: '10:00', outcome: 'talked', notes: 'Loves the oak. Worried about weight.' },
        { channel: 'email', purpose: 'Recap sent', daysAgo: 8, time: '10:40', outcome: null, notes: '' },
        { channel: 'email', purpose: 'Proposal', daysAgo: 6, time: '14:40', outcome: 'replied', notes: 'One open question: hinges.' },
      ],
    }],
  },
  {
    key: 'dan-whitfield', name: 'Dan Whitfield', company: 'Whitfield Dairy', role: 'Farmer', email: 'dan@whitfield-dairy.example', phone: '+44 7700 900456',
    tags: ['family firm'], notes: 'Milking at six and at four; call at eleven.',
    leads: [{
      title: 'Cold room, extension', stage: 'proposal', value: 19_000, source: 'referral', inbound: false, age: 40 * day, days: 12,
      next: { channel: 'call', purpose: 'Has the bank answered?', due: { days: 4, time: '11:00' } },
      done: [
        { channel: 'email', purpose: 'Proposal', daysAgo: 12, time: '13:00', outcome: 'replied', notes: 'Talks to the bank first.' },
        { channel: 'call', purpose: 'Any questions?', daysAgo: 6, time: '11:05', outcome: 'no-answer', notes: '' },
      ],
    }],
  },
  {
    key: 'fatima-zahra', name: 'Fatima Zahra Idrissi', company: 'Atlas Argan', role: 'Managing director', email: 'fatima@atlas-argan.example', phone: '+212 661 555 019',
    tags: ['export'], notes: 'French or English.',
    leads: [{
      title: 'Filling machine, small batches', stage: 'proposal', value: 38_000, source: 'web form', inbound: true, age: 26 * day, days: 7,
      next: { channel: 'video', purpose: 'Go through the proposal', due: { minutes: -95 } },
      done: [{ channel: 'email', purpose: 'Proposal', daysAgo: 7, time: '12:30', outcome: 'meeting-booked', notes: '' }],
    }],
  },
  {
    key: 'henrik-dahl', name: 'Henrik Dahl', company: 'Dahl Maritime', role: 'Fleet manager', email: 'henrik@dahl-maritime.example', phone: '+47 405 55 014',
    tags: ['decides in December'], notes: 'The chief engineer has the last word.',
    leads: [{
      title: 'Ballast pumps, two ships', stage: 'negotiation', value: 64_000, source: 'partner', inbound: false, age: 60 * day, days: 9,
      next: { channel: 'call', purpose: 'Payment terms', due: { days: 1, time: '09:00' } },
      done: [
        { channel: 'video', purpose: 'Terms', daysAgo: 9, time: '09:00', outcome: 'said-no', notes: 'Sixty days, not thirty.' },
        { channel: 'email', purpose: 'New terms', daysAgo: 3, time: '16:50', outcome: 'replied', notes: 'Closer.' },
      ],
    }],
  },
  {
    key: 'mei-ling-chen', name: 'Mei-Ling Chen', company: 'Harbour Tea', role: 'Co-founder', email: 'meiling@harbour-tea.example', phone: '+65 5550 0134',
    tags: ['warm'], notes: 'Her partner Wei signs.',
    leads: [{
      title: 'Subscription boxes, first year', stage: 'negotiation', value: 23_500, source: 'LinkedIn', inbound: false, age: 45 * day, days: 5,
      next: { channel: 'email', purpose: 'Contract for Wei to sign', due: { days: 0, time: null } },
      done: [{ channel: 'call', purpose: 'Last questions', daysAgo: 2, time: '08:30', outcome: 'said-yes', notes: 'Yes, if it starts in February.' }],
    }],
  },
  {
    key: 'olga-petrova', name: 'Olga Petrova', company: 'Baltic Pumps', role: 'Technical director', email: 'olga@baltic-pumps.example', phone: '+371 6755 5012',
    tags: ['ask for referral'], notes: 'Happy with the first delivery.',
    leads: [
      {
        title: 'Seals, yearly supply', stage: 'won', value: 45_000, source: 'referral', inbound: false, age: 90 * day, days: 14,
        next: { channel: 'call', purpose: 'Check-in: how is the first batch?', due: { days: 8, time: null } },
        done: [{ channel: 'in-person', purpose: 'Sign', daysAgo: 14, time: '13:00', outcome: 'said-yes', notes: '' }],
      },
      {
        title: 'Second plant, same seals', stage: 'contacted', value: 21_000, source: 'customer', inbound: false, age: 6 * day, days: 6,
        next: { channel: 'email', purpose: 'Plans of the second plant', due: { days: 7, time: null } }, done: [],
      },
    ],
  },
  {
    key: 'david-cohen', name: 'David Cohen', company: 'Cohen Print', role: 'Owner', email: 'david@cohen-print.example', phone: '+972 54 555 0136',
    tags: ['customer'], notes: 'Birthday in June.',
    leads: [{
      title: 'Ink subscription', stage: 'won', value: 7_800, source: 'web form', inbound: true, age: 70 * day, days: 30, next: null,
      done: [{ channel: 'call', purpose: 'Close', daysAgo: 30, time: '11:30', outcome: 'said-yes', notes: '' }],
    }],
  },
  {
    key: 'grace-kim', name: 'Grace Kim', company: 'Kim Dental', role: 'Practice manager', email: 'grace@kim-dental.example', phone: '+1 206 555 0191',
    tags: ['too small'], notes: '',
    leads: [{
      title: 'Waiting room display', stage: 'lost', value: 3_200, source: 'cold list', inbound: false, age: 50 * day, days: 20, next: null,
      done: [{ channel: 'call', purpose: 'Decision', daysAgo: 20, time: '14:15', outcome: 'said-no', notes: 'Took a cheaper one; open to talk next year.', gives: 'first-year-costs' }],
    }],
  },
  {
    key: 'ruben-alvarez', name: 'Rubén Álvarez', company: 'Álvarez Logística', role: 'Director', email: 'ruben@alvarez-logistica.example', phone: '+34 612 555 018',
    tags: ['next year'], notes: 'Budget comes in the first quarter.',
    leads: [{
      title: 'Dock scheduling', stage: 'parked', value: 16_000, source: 'trade show', inbound: false, age: 80 * day, days: 25,
      next: { channel: 'call', purpose: 'Is the budget there?', due: { days: 40, time: null } },
      done: [{ channel: 'video', purpose: 'Demonstration', daysAgo: 25, time: '10:00', outcome: 'talked', notes: 'Likes it; no money this year.', gives: 'first-year-costs' }],
    }],
  },
]

const recaps: SampleRecap[] = [
  {
    key: 'priya-nair', subject: 'Our talk today: one dye lot, samples next week',
    problems: ['Dye lots vary between batches; two returns last month', 'Your current supplier answers in a week'],
    solutions: ['A trial order of 40 m from one dye lot, tested before shipping'],
    mine: [{ what: 'Send colour samples and the test report', days: 3 }],
    theirs: [{ what: 'Share the returns data from last month', days: 5 }],
    next: { channel: 'video', days: 6, time: '15:30', zone: 'Asia/Kolkata', minutes: 30 },
    questions: ['How long does a second lot take?'],
    tone: 'warm', touch: 2, begun: 40, sent: null,
  },
  {
    key: 'chloe-martin', subject: 'Display stands for Milan: what we agreed',
    problems: ['The stands must travel by van and be set up by two people', 'The opening day does not move'],
    solutions: ['Oak frames with lighter backs, under 30 kg each', 'Delivery two weeks before the opening'],
    mine: [{ what: 'Send the proposal with two hinge options', keptDaysAgo: 6 }],
    theirs: [{ what: 'Confirm the size of the van', days: 1 }],
    questions: ['Which hinges carry the heavier doors?'],
    next: { channel: 'call', days: 2, time: '10:30', zone: null, minutes: 15 },
    tone: 'plain', touch: 1, begun: 8 * day - 120, sent: 8 * day - 135,
  },
]

export const enSample = { people, recaps, values: sampleValues }
