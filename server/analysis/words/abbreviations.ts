/** Abbreviations that keep their full stop and do not end a sentence when a capital follows: titles, months, military ranks, forms of company. In lower case, without the stop. */
export const abbreviations: ReadonlySet<string> = new Set(
  `mr mrs ms dr prof rev hon sen rep gov gen lt col maj capt cmdr adm sgt cpl pvt brig supt insp det pres sec st ste mt ft
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
  no nos vs v etc inc ltd corp co bros jr sr ave blvd rd dept est approx fig vol pp ed eds al cf eg ie messrs mme mlle`
    .trim()
    .split(/\s+/),
)

/** Those of the abbreviations that may well end a sentence: a capitalised word after them begins a new one unless it is plainly part of the name. */
export const endingAbbreviations: ReadonlySet<string> = new Set('etc inc ltd corp co bros jr sr al'.split(' '))
