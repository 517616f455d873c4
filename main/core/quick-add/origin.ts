import { fold } from '../../../shared/fold.ts'
import type { Line, Stretch } from './line.ts'

/* Where a lead comes from, and whether it came by itself. */

const longest = 120
const labelled = /^(?:source|lead source|origin|via|found (?:us|me) (?:via|through|on|at)|heard (?:of|about) (?:us|me) (?:via|through|on|at|from)|(?:we )?met (?:at|on|through|via|during)|through|introduced by|intro(?:duction)? (?:by|from)|ref(?:erred|\.)? by|referral (?:by|from|of)|rec(?:ommended|\.)? by)(?:\s*[:=]\s*|\s+)(?=\S)/i
/** Kept with its label, since without it the name alone says nothing. */
const keepsLabel = /^(?:intro|ref|rec)/i
/** The same behind a name: in brackets, after "ref. by", or where somebody was met. */
const behindName = [/\(([^()]+)\)/u, /(?<=\p{L}\s)((?:introduced|ref(?:erred|\.)?|rec(?:ommended|\.)?) by\s+\S.*)$/iu, /^[Mm]et\s+\p{Lu}.*?(?<joint>\s(?:at|during|through|via)\s+)(?<where>\S.*)$/u]
/** "Met Jane at Acme GmbH" says whom, not where. */
const legalForm = /\s(?:GmbH|AG|KG|OHG|UG|SE|Inc|LLC|LLP|Ltd|Limited|PLC|plc|Corp|BV|B\.V|NV|N\.V|Oy|ApS|[Ss]\.?r\.?o|S\.?r\.?l)\.?(?=\s|$)/
const known =
  /(?<![\p{L}])(?:trade ?(?:show|fair)|fair|expo|messe|conference|congress|summit|meetup|webinar|workshop|referral|newsletter|website|web ?site|(?:web|contact) ?form|landing page|cold (?:call|e-?mail|list|outreach)|linked ?in|facebook|instagram|google(?: ads)?|ads?|cold list|word of mouth|walk-?in|networking(?: event)?|event|empfehlung|salon)(?![\p{L}])/iu
const inboundAlone = /^(?:inbound|incoming|(?:he|she|they) (?:called|wrote|came|e-?mailed)(?: (?:to )?(?:us|me))?|called (?:us|me)|wrote (?:to )?(?:us|me)|came to (?:us|me)|reached out(?: to (?:us|me))?|(?:in|out of )?bound lead)$/i
const inboundWords = /(?<![\p{L}])(?:inbound|(?:web|contact) ?form|landing page|walk-?in|asked (?:us )?for (?:a |an )?(?:quote|demo|offer|call)|requested (?:a |an )?(?:quote|demo|offer|call)|filled (?:in|out) the form|reached out|called us|wrote to us|came to us)(?![\p{L}])/iu

/** Takes where the lead comes from: a stretch that says so, names a usual way, or was a source before. */
export function takeSource(line: Line, sources: ReadonlySet<string>): string {
  const stretches = line.stretches().filter(({ text }) => text.length <= longest)
  for (const stretch of stretches) {
    const label = labelled.exec(stretch.text)
    if (label) return takeStretch(line, stretch, keepsLabel.test(label[0]) ? stretch.text : stretch.text.slice(label[0].length))
  }
  for (const stretch of stretches) {
    const part = sourceBehindName(stretch)
    if (part) return takeStretch(line, part, part.text)
  }
  const before = stretches.find(({ text }) => sources.has(fold(text)))
  const usual = before ?? stretches.find(({ text }) => known.test(text) && text.split(/\s+/).length <= 6 && !/^(?:wants|needs|interested|asked|call|send|write|re|about)\b/i.test(text))
  return usual ? takeStretch(line, usual, usual.text) : ''
}

function sourceBehindName({ text, start }: Stretch): Stretch | null {
  const [bracketed, referred, met] = behindName.map((pattern) => pattern.exec(text))
  const isSource = bracketed?.[1] !== undefined && (labelled.test(bracketed[1]) || known.test(bracketed[1]))
  if (bracketed && isSource) return { text: bracketed[1] ?? '', start: start + bracketed.index, end: start + bracketed.index + bracketed[0].length }
  const where = met?.groups?.['where']
  const found = referred?.[1] ?? (where === undefined || legalForm.test(where) ? undefined : where)
  const joint = referred ? '' : (met?.groups?.['joint'] ?? '')
  return found === undefined ? null : { text: found, start: start + text.length - found.length - joint.length, end: start + text.length }
}

/** Takes the words that say they came to me; a sentence that says more is left to the notes. */
export function takeInbound(line: Line, source: string): boolean {
  const alone = line.stretches().find(({ text }) => inboundAlone.test(text))
  if (alone) line.take('inbound', alone.start, alone.end)
  return alone !== undefined || inboundWords.test(source) || line.stretches().some(({ text }) => inboundWords.test(text))
}

const titleLabel = /^(?:re|about|regarding|subject|title|deal|project|lead)(?:\s*:\s*|\s+)(?=\S)/i

/** Takes what the lead is about, where the line says "re: …" or "about …". */
export function takeTitle(line: Line): string {
  for (const stretch of line.stretches()) {
    const label = titleLabel.exec(stretch.text)
    if (!label || stretch.text.length > 200 || (!label[0].includes(':') && !/^(?:about|regarding|re)\b/i.test(label[0]))) continue
    line.take('title', stretch.start, stretch.end)
    return stretch.text.slice(label[0].length)
  }
  return ''
}

function takeStretch(line: Line, stretch: Stretch, source: string): string {
  line.take('source', stretch.start, stretch.end)
  return source
}
