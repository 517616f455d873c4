import { fold, foldedWords } from '../../../shared/fold.ts'
import type { Line, Stretch } from './line.ts'

/** What people write before a name: how they met, or that it is one. */
const leadIn = /^(?:(?:[Mm]et(?: with)?(?! (?:Life|Office|Opera|Police|Museum)(?!\p{L}))|(?:[Ss]poke|[Tt]alked) (?:to|with))\s+|(?:[Nn]ew |[Aa]dd )?(?:[Ll]ead|[Cc]ontact|[Nn]ame)\s*:\s*)(?=\p{Lu})/u
/** A role that stands beside a name without a comma. */
const shortRole = '(?:co-?)?founder|owner|ceo|cto|cfo|coo|cmo|cio|cpo|cro|svp|evp|vp'
const roleBefore = new RegExp(String.raw`^(${shortRole})\s+`, 'iu')
const roleBehind = new RegExp(String.raw`\s+(?:(${shortRole})|\(([^()]+)\))$`, 'iu')
const place = /\s+(?:at|@|bei|chez|à)\s+/iu
/** A company that begins like that. */
const metCompany = /^Met (?:Life|Office|Opera|Police|Museum)(?!\p{L})/u
const webName = /^[\p{L}\p{N}-]{2,}(?:\.[\p{L}\p{N}-]+)*\.\p{Ll}{2,4}$/u

/** Who a line is about. */
export interface Who {
  name: string
  company: string
  role: string
}

const longestName = 80
const roleWords =
  /^(?:(?:co-?)?founder|owner|ceo|cto|cfo|coo|cmo|cio|cpo|cro|vp|svp|evp|president|director|manager|head|chief|buyer|purchas(?:er|ing)|partner|principal|architect|engineer|consultant|assistant|secretary|lead|managing|senior|junior|geschäftsführer(?:in)?|einkauf(?:sleiter(?:in)?)?|inhaber(?:in)?)(?![\p{L}])/iu
/** What a role ends with, in few words: "Sales Director". */
const roleEnd = /^(?:\S+\s){1,3}(?:director|manager|officer|engineer|buyer|consultant|architect|executive|leiter(?:in)?)$/iu
const companyWords =
  /(?:^|\s)(?:gmbh|ag|kg|ohg|ug|se|inc|llc|llp|ltd|limited|plc|corp|corporation|company|group|holding|holdings|partners|solutions|systems|technologies|consulting|studio|studios|agency|bank|hotel|clinic|university|s\.?a\.?|s\.?r\.?l\.?|s\.?p\.?a\.?|b\.?v\.?|n\.?v\.?|oy|ab|a\/s|aps|s\.?r\.?o\.?|kft|pty|co|& (?:co|sons?|söhne))\.?(?=$|\s)/iu
const titles = /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|herr|frau|hr|fr|sr|sra|mme|mlle|m|ing|dipl|rev)\.?$/i
const particles = /^(?:van|von|der|den|de|del|della|di|da|dos|das|do|du|la|le|les|el|al|bin|ibn|ben|ter|ten|zu|zur|vom|y|e|af|av|st\.?|mac|mc|o’|o')$/i
/** How a sentence begins that says something of somebody and does not name them. */
const sentence =
  /^(?:wants?|needs?|interested|likes?|asked|asks|met|has|have|had|is|was|are|were|looking|will|would|the|to|an?|about|prefers?|uses?|he|she|they|we|i|i'm|it|very|not|no|please|spoke|talked|maybe|urgent|hot|warm|cold|big|small|great|good|follow|thinks?|says?|said|wrote|called|asap|kids?|wife|husband|loves?|speaks?|based|lives?|in|for|re|via|by|on|at|with|and|but|because|if|when|next|send)(?![\p{L}])/iu
/** Other words in small letters that stand in a name, or beside it: "Bank of America", "Jeanne d’Arc", "Tim Cook ceo". */
const smallInNames = new RegExp(String.raw`^(?:of|\p{Ll}{1,2}['’]\p{Lu}.*|(?:${shortRole}))$`, 'u')
/** An amount of money, or the beginning of one from … to: "€20k", "10k-20k EUR". */
const amount = /^\p{Sc}\s?\d|^(?:[A-Z]{3}\s?)?\d[\d.,]*\s?(?:k|m|mio|tsd)?\s?[-–]\s?\p{Sc}?\d/iu
const between = /\s+(?:at|from|of|with|@|bei|chez|de chez|à|von der firma)\s+/iu
const freeMail = /^(?:gmail|googlemail|yahoo|outlook|hotmail|live|icloud|me|gmx|web|aol|proton|protonmail|mail|t-online|orange|free)$/

/**
 * Takes who it is from what is left of a line: the first stretch that can be a name, and the company beside it or in
 * the next one. The e-mail address tells which is which.
 */
export function takeWho(line: Line, emails: readonly string[]): Who {
  const who: Who = { name: '', company: '', role: '' }
  const mail = mailWords(emails[0])
  for (const stretch of line.stretches()) {
    if (who.name !== '' && who.company !== '' && who.role !== '') break
    if (who.role === '' && who.name !== '' && isRole(stretch.text)) {
      takeRole(line, stretch, who)
    } else if (isPlain(stretch.text.replace(leadIn, ''))) {
      takePlain(line, stretch, who, mail)
    }
  }
  return who
}

function takePlain(line: Line, stretch: Stretch, who: Who, mail: MailWords): void {
  if (who.name === '') {
    const named = behindLeadIn(line, stretch, who)
    const parts = splitWho(named.text, mail)
    if (parts.name) takeName(line, named, parts.name, who)
    if (parts.company && who.company === '') who.company = takePart(line, 'company', named, parts.company)
  } else if (who.company === '' && canBeCompany(stretch.text, mail)) {
    who.company = takeWhole(line, 'company', stretch, /^(?:at|from|of|@)\s+/i)
  }
}

/** "VP of Marketing at Acme" says the company, too. */
function takeRole(line: Line, stretch: Stretch, who: Who): void {
  const joint = who.company === '' ? place.exec(stretch.text) : null
  if (!joint) {
    who.role = takeWhole(line, 'role', stretch)
    return
  }
  who.role = takeWhole(line, 'role', { text: stretch.text.slice(0, joint.index), start: stretch.start, end: stretch.start + joint.index })
  who.company = takePart(line, 'company', stretch, { from: joint.index + joint[0].length, to: stretch.text.length })
}

/** The stretch without what only leads to the name: "Met", "new lead:", and a role before it, which is taken. */
function behindLeadIn(line: Line, stretch: Stretch, who: Who): Stretch & { begin: number } {
  const lead = leadIn.exec(stretch.text)?.[0].length ?? 0
  const behind = stretch.text.slice(lead)
  const found = who.role === '' ? roleBefore.exec(behind) : null
  const name = behind.slice(found?.[0].length ?? 0)
  // "VP Bank AG" and "Founder Collective" are companies.
  const role = isName(name) && /^\p{Lu}[\p{Ll}.'’]\S*\s+\S/u.test(name) && !companyWords.test(name) ? found : null
  if (role) {
    line.take('role', stretch.start + lead, stretch.start + lead + role[0].length)
    who.role = role[1] ?? ''
  }
  const start = stretch.start + lead + (role?.[0].length ?? 0)
  const text = line.text.slice(start, stretch.end)
  const end = lead === 0 ? stretch.end : start + lengthOfWho(text)
  return { text: line.text.slice(start, end), start, end, begin: role ? start : stretch.start }
}

/** How much of what stands behind "Met" says who it was: "Jane Doe at Acme" of "Jane Doe at Acme last week". */
function lengthOfWho(text: string): number {
  const joint = between.exec(text)
  const name = lengthInCapitals(text)
  if (!joint || joint.index > name) return name
  const company = text.slice(joint.index + joint[0].length)
  return joint.index + joint[0].length + lengthInCapitals(company)
}

/** The length of a text up to its first word in small letters, but for the first of all, that goes into no name. */
function lengthInCapitals(text: string): number {
  const words = [...text.matchAll(/\([^()]*\)|\S+/g)]
  const said = words.findIndex(([word], index) => index > 0 && /^\p{Ll}/u.test(word) && !particles.test(word) && !smallInNames.test(word))
  const last = said === -1 ? words.at(-1) : words[said - 1]
  return last ? last.index + last[0].length : 0
}

/** Takes the name, with the words that led to it; a short role behind it is taken as such. */
function takeName(line: Line, named: Stretch & { begin: number }, { from, to }: Part, who: Who): void {
  const text = named.text.slice(from, to)
  const found = who.role === '' ? roleBehind.exec(text) : null
  const role = found && isRole(found[1] ?? found[2] ?? '') ? found : null
  const length = role?.index ?? text.length
  const end = named.start + from + length
  line.take('name', named.begin, role ? end : closedAt(line, end))
  who.name = text.slice(0, length).replace(/\s+/g, ' ').trim()
  if (!role) return
  line.take('role', end, named.start + to)
  who.role = role[1] ?? role[2] ?? ''
}

interface Part {
  from: number
  to: number
}

/** Where the name and the company stand in a stretch that begins a line. */
function splitWho(text: string, mail: MailWords): { name?: Part; company?: Part } {
  const whole = { from: 0, to: text.length }
  if (webName.test(text) || metCompany.test(text)) return { company: whole }
  const bracket = /^([^()]+)\s\(([^()]+)\)$/.exec(text)
  if (bracket?.[1] && isName(bracket[1])) {
    if (isRole(bracket[2] ?? '')) return { name: whole }
    return { name: { from: 0, to: bracket[1].length }, company: { from: bracket[1].length + 2, to: text.length - 1 } }
  }
  const joint = between.exec(text)
  if (joint && isName(text.slice(0, joint.index))) {
    return { name: { from: 0, to: joint.index }, company: { from: joint.index + joint[0].length, to: text.length } }
  }

  const words = [...text.matchAll(/\S+/g)].map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }))
  const folded = words.map((word) => fold(word.text).replaceAll(/[^\p{L}\p{N}]/gu, ''))
  const isMailed = (index: number) => mail.domain !== '' && folded[index] !== '' && (folded[index] === mail.domain || (folded[index]?.length ?? 0) > 2 && mail.domain.startsWith(folded[index] ?? ''))
  const namedByMail = folded.some((word) => word.length > 1 && mail.local.includes(word))
  const company = words.findIndex((_, index) => isMailed(index))
  // "Jane Doe Acme", jane@acme.com: her company begins where her address says; "Maria Garcia", maria@garcia.es is a name.
  if (company > 0 && words.length > 2) {
    return { name: { from: 0, to: words[company - 1]?.end ?? 0 }, company: { from: words[company]?.start ?? 0, to: text.length } }
  }
  if (company === 0 && !namedByMail) return { company: whole }
  const name = lengthOfName(words.map((word) => word.text))
  if (companyWords.test(text)) {
    if (words.length <= name + 1 || namedLikeCompany(words[0]?.text ?? '')) return { company: whole }
    return { name: { from: 0, to: words[name - 1]?.end ?? 0 }, company: { from: words[name]?.start ?? 0, to: text.length } }
  }
  if (!isName(text)) return {}
  // Three capitalised words without a particle are more often "Jane Doe Acme" than a middle name.
  if (words.length > name && words.length <= name + 4 && words.slice(name).every((word) => /^[\p{Lu}\p{N}&]/u.test(word.text)) && !namedByMailAt(folded, name, mail)) {
    return { name: { from: 0, to: words[name - 1]?.end ?? 0 }, company: { from: words[name]?.start ?? 0, to: text.length } }
  }
  return { name: whole }
}

function namedByMailAt(folded: readonly string[], from: number, mail: MailWords): boolean {
  return folded.slice(from).some((word) => word.length > 1 && mail.local.includes(word))
}

/** How many words a name takes: titles, a given name, and a family name with its particles. */
function lengthOfName(words: readonly string[]): number {
  let index = 0
  while (index < words.length && titles.test(words[index] ?? '')) index += 1
  index += 1
  while (index < words.length && (particles.test(words[index] ?? '') || /^\p{L}\.$/u.test(words[index] ?? ''))) index += 1
  return Math.min(index + 1, words.length)
}

/** The whole word, as in "ACME" or "3M". */
function namedLikeCompany(word: string): boolean {
  return /\d/.test(word) || (word.length > 2 && word === word.toUpperCase() && word !== word.toLowerCase())
}

/** True for letters only, few words, and no sentence. */
function isName(text: string): boolean {
  const most = /^[\p{Lu}\p{Lo}]/u.test(text.trim()) ? 9 : 4
  return text.length <= longestName && text.trim().split(/\s+/).length <= most && !sentence.test(text.trim()) && /^[\p{L}\p{M}\s.'’‘`()&-]+$/u.test(text.trim()) && /\p{L}/u.test(text)
}

function canBeCompany(text: string, mail: MailWords): boolean {
  const name = text.replace(/^(?:at|from|of|@)\s+/i, '')
  if (metCompany.test(name)) return true
  if (name.length > longestName || !/\p{L}/u.test(name) || sentence.test(name) || amount.test(name)) return false
  if (companyWords.test(name) || (mail.domain !== '' && foldedWords(name).some((word) => word === mail.domain))) return true
  const words = name.split(/\s+/)
  if (/^[\p{Lu}\p{Lo}\p{N}]/u.test(name)) return words.length <= 5
  // What is written in small letters is a company when it is short, and else something said, such as "floor 5.2.".
  return words.length <= 2 && !/\s\d+\./.test(name)
}

function isRole(text: string): boolean {
  return text.length <= longestName && text.split(/\s+/).length <= 6 && (roleWords.test(text) || roleEnd.test(text))
}

/** Something that may name a person or a company: with letters, and no question or explanation. */
function isPlain(text: string): boolean {
  return text.length <= 2 * longestName && /\p{L}/u.test(text) && !/[?!:=<>{}[\]\\#"“”]|\p{Extended_Pictographic}/u.test(text)
}

interface MailWords {
  /** The words before the @. */
  local: string[]
  /** The first label of the domain, or nothing for a mail provider's. */
  domain: string
}

function mailWords(address: string | undefined): MailWords {
  const [local = '', host = ''] = (address ?? '').split('@')
  const labels = fold(host).split('.')
  const domain = (labels.at(-2) ?? '').length <= 3 && labels.length > 2 ? (labels.at(-3) ?? '') : (labels.at(-2) ?? '')
  return { local: foldedWords(local.replaceAll('_', ' ')), domain: freeMail.test(domain) ? '' : domain.replaceAll('-', '') }
}

function takePart(line: Line, part: 'company', stretch: Stretch, { from, to }: Part): string {
  line.take(part, joinedFrom(line, stretch, from), closedAt(line, stretch.start + to))
  return stretch.text.slice(from, to).replace(/\s+/g, ' ').trim()
}

/** The company's piece takes the joint before it along: "at", "(", "@". */
function joinedFrom(line: Line, stretch: Stretch, from: number): number {
  const before = line.rest.slice(stretch.start, stretch.start + from)
  const joint = /(?:(?:^|\s)(?:at|from|of|with|@|bei|chez|de chez|à|von der firma)\s+|\()$/iu.exec(before)
  return stretch.start + (joint ? joint.index : from)
}

function closedAt(line: Line, end: number): number {
  return line.rest[end] === ')' ? end + 1 : end
}

function takeWhole(line: Line, part: 'company' | 'role', stretch: Stretch, joint?: RegExp): string {
  line.take(part, stretch.start, stretch.end)
  return joint ? stretch.text.replace(joint, '') : stretch.text
}
