/** Abbreviations that keep their full stop and do not end a sentence when a capital follows. In lower case, without the stop. */
export const abbreviations: ReadonlySet<string> = new Set(
  `mr mrs ms messrs mme mlle dr prof vs v etc inc ltd corp co bros jr sr ave blvd dept approx vol pp eds cf al`
    .trim()
    .split(/\s+/),
)

/** The same for those that are words of their own, or the end of one, when they begin with a small letter: titles, ranks, months, states and streets. */
export const capitalAbbreviations: ReadonlySet<string> = new Set(
  `rev hon sen rep gov gen lt col maj capt cmdr adm sgt cpl pvt brig supt insp det pres sec st ste mt ft rd fig ed
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues thu thur thurs fri
  ala ariz ark calif colo conn del fla ga ill ind kan la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo`
    .trim()
    .split(/\s+/),
)

/** Those of the abbreviations that may well end a sentence: a capitalised word after them begins a new one unless it is plainly part of the name. */
export const endingAbbreviations: ReadonlySet<string> = new Set(
  `etc inc ltd corp co bros jr sr al ave blvd jan feb mar apr jun jul aug sept sep oct nov dec
  ala ariz ark calif colo conn del fla ga ill ind kan la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo`
    .trim()
    .split(/\s+/),
)

/** Words that rarely go on with a name after "U.S." or "Inc." but often open a sentence. In lower case. */
export const openers: ReadonlySet<string> = new Set(
  `the a an he she it they we i in on at but and as if when while after before since for this that these those his her its their
  there then what who how why not no yes some many most more all both each earlier later last meanwhile however also so by with from to
  among according under during despite although though because until once`
    .trim()
    .split(/\s+/),
)

/** Words after which a single capital is no initial: vitamin C, group A, plan B. In lower case. */
export const lettersAfter: ReadonlySet<string> = new Set(
  'vitamin plan group class section hepatitis type grade league serie option part schedule influenza exhibit phase block pool category'.split(
    ' ',
  ),
)
