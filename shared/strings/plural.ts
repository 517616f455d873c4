/** The form of a word that goes with `count` in the language of `locale` (CLDR plural rules). */
export function plural(locale: string, count: number, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }): string {
  return forms[rulesOf(locale).select(count)] ?? forms.other
}

const known = new Map<string, Intl.PluralRules>()

function rulesOf(locale: string): Intl.PluralRules {
  let rules = known.get(locale)
  if (!rules) {
    rules = new Intl.PluralRules(locale)
    known.set(locale, rules)
  }
  return rules
}
