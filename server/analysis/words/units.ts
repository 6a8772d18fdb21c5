/** What a word after a number makes of it. `unit` is the singular, or the ISO 4217 code of a currency. */
export interface Unit {
  readonly kind: 'duration' | 'money' | 'percentage' | 'quantity'
  readonly unit: string
}

const list = (kind: Unit['kind'], lines: string): [string, Unit][] =>
  lines
    .trim()
    .split('\n')
    .flatMap(line => {
      const [unit, ...words] = line.trim().split(' ')
      return words.map((word): [string, Unit] => [word, { kind, unit }])
    })

/** Units in lower case, as they stand behind a number. */
export const units: ReadonlyMap<string, Unit> = new Map([
  ...list(
    'duration',
    `second second seconds sec secs
    minute minute minutes min mins
    hour hour hours hr hrs
    day day days
    night night nights
    week week weeks
    fortnight fortnight fortnights
    weekend weekend weekends
    month month months
    quarter quarters
    season seasons
    year year years yr yrs
    decade decade decades
    century century centuries`,
  ),
  ...list(
    'money',
    `USD dollar dollars usd buck bucks
    USD-cent cent cents
    EUR euro euros eur
    GBP pound pounds gbp sterling quid
    GBP-penny pence
    JPY yen jpy
    CNY yuan cny renminbi
    RUB rouble roubles ruble rubles
    INR rupee rupees inr
    CHF franc francs chf
    KRW won
    TRY lira liras
    ILS shekel shekels
    UAH hryvnia hryvnias
    PLN zloty zlotys
    SEK krona kronor
    NOK krone kroner
    ZAR rand
    BRL real reais
    NGN naira
    MXN peso pesos
    IRR rial rials riyal riyals`,
  ),
  ...list(
    'percentage',
    `percent percent pct %
    percentage-point pp
    basis-point bps`,
  ),
  ...list(
    'quantity',
    `kilometre kilometre kilometres kilometer kilometers km kms
    metre metre metres meter meters
    centimetre centimetre centimetres centimeter centimeters cm
    millimetre millimetre millimetres millimeter millimeters mm
    mile mile miles
    yard yard yards
    foot foot feet ft
    inch inch inches
    hectare hectare hectares
    acre acre acres
    kilogram kilogram kilograms kilogramme kilogrammes kilo kilos kg
    gram gram grams grammes
    milligram milligram milligrams mg
    tonne tonne tonnes ton tons
    pound-weight lb lbs
    ounce ounce ounces oz
    litre litre litres liter liters
    gallon gallon gallons
    barrel barrel barrels bpd
    kilometre-per-hour kph km/h kmh
    mile-per-hour mph
    knot knots
    degree degree degrees °c °f
    watt watt watts kilowatt kilowatts megawatt megawatts mw gigawatt gigawatts gw
    byte gigabytes megabytes gb mb
    acre-foot acre-feet`,
  ),
])

/** Signs and codes that stand before an amount of money. */
export const currencySigns: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₴', 'UAH'],
  ['₩', 'KRW'],
  ['₺', 'TRY'],
  ['₪', 'ILS'],
  ['₦', 'NGN'],
])
