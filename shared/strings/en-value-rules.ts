import type { ValueKind } from '../value.ts'

/*
 * The English words by which main tells what an item is and what somebody's words have in common with it; nobody reads
 * them.
 */

/** Words that carry no meaning of their own when what somebody said is compared with what an item is about. */
export const smallWords =
  'the and for are was were been has have had not but you your our ours their they them this that these those with from into onto out about above after again all also any because before being between both can cannot could did does doing done down each few more most much many other over own same she her hers him his its itself just let like may might must need needs needed now off once only shall should some such than then there through too under until very want wants wanted what when where which while who whom why will would yet how get gets got make makes made way one two per via than still even ever never really say says said tell told ask asks asked know think going good well new'

/** By which words of a title or an address the kind of an item is guessed; what comes first wins. */
export const kindSigns = {
  event: 'webinar, webinars, event, events, conference, workshop, trade fair, trade show, meetup, summit, live session, open day',
  infographic: 'infographic, infographics, chart, diagram, poster',
  story: 'case study, case studies, customer story, customer stories, success story, success stories, testimonial, testimonials, casestudy',
  tool: 'calculator, checklist, template, templates, worksheet, spreadsheet, tool, toolkit, planner, self assessment, configurator, cheat sheet',
  'social-post': 'linkedin post, social post, tweet, thread',
  article: 'article, guide, blog',
} satisfies Record<ValueKind, string>
