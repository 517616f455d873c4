/** What the signs of money stand for (ISO 4217), in small letters. */
export const currencySigns: Readonly<Record<string, string>> = {
  us$: 'USD', a$: 'AUD', au$: 'AUD', c$: 'CAD', ca$: 'CAD', nz$: 'NZD', hk$: 'HKD', s$: 'SGD', r$: 'BRL', $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR',
  zł: 'PLN', kč: 'CZK', '₽': 'RUB', '₺': 'TRY', '₩': 'KRW', '₴': 'UAH', '₪': 'ILS',
}

/** Signs that several countries write, with those beside the one in {@link currencySigns}. */
export const sharedSigns: Readonly<Record<string, readonly string[]>> = {
  $: ['AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'MXN', 'CLP', 'COP', 'ARS', 'TWD'], '¥': ['CNY'], '£': ['EGP', 'GIP'], kr: ['SEK', 'NOK', 'DKK', 'ISK'],
}
