/** Words that no role begins or ends with and no modifier of one is: conjunctions, pronouns, particles, common adverbs. In lower case. */
export const functionWords: ReadonlySet<string> = new Set(
  `a an the and or nor but yet so if then when while where why how as than that this these those who whom whose which what
  i you he she it we they me him us them myself himself herself itself themselves his her hers its their our my your
  not no also only just even still already again ever never always often soon now here there however moreover meanwhile instead
  all both each every either neither any some such same another one most more many much few several other others
  today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
  because although though unless until since once whether because afterwards later earlier ago too very quite almost nearly about
  mr mrs ms miss dr yes please like including according despite following regarding`
    .trim()
    .split(/\s+/),
)

/** Prepositions, in lower case. */
export const prepositions: ReadonlySet<string> = new Set(
  `of in on at by for from to with without within into onto upon under over above below between among against through throughout during before after
  since until till about around across along behind beside beyond near toward towards via per despite off out up down inside outside amid amongst versus vs past aboard alongside unlike opposite beneath`
    .trim()
    .split(/\s+/),
)

/** Finite forms of verbs that are common in news, besides the verbs of reporting: where one stands, a noun phrase is over. In lower case. */
export const finiteVerbs: ReadonlySet<string> = new Set(
  `is are was were am be been being has have had having does do did will would shall should can could may might must cannot won't didn't doesn't isn't wasn't hasn't hadn't couldn't wouldn't
  became become becomes remains remained seems seemed appears appeared began begins begun started starts continued continues ended ends
  went goes gone came comes got gets gave gives given made makes took takes taken put puts kept keeps left leaves led leads held holds stood stands sat sits
  met meets saw sees seen knew knows known heard hears brought brings bought buys sold sells sent sends spent spends built builds lost loses won wins beat beats
  ran runs fell falls rose rises grew grows drew draws flew flies drove drives broke breaks chose chooses spoke shot shoots hit hits cut cuts let lets quit
  faced faces joined joins visited visits arrived arrives returned returns died dies resigned resigns retired signed signs played plays scored scores
  defeated defeats replaced replaces succeeded succeeds appointed appoints elected elects named names called calls asked asks wanted wants needed needs
  used uses tried tries worked works lived lives moved moves opened opens closed closes killed kills killed wounded arrested arrests charged charges
  released releases launched launches announced announces accused accuses attended attends hosted hosts urged urges backed backs supports supported opposed opposes
  served serves married marries wore wears taught teaches thought thinks felt feels paid pays showed shows shown turned turns walked walks passed passes
  received receives helped helps allowed allows decided decides agreed agrees denied denies failed fails sought seeks planned plans hopes hoped includes included
  follows followed has added adds travelled travels signs spent sparked promised vowed rejected rejects approved approves vetoed`
    .trim()
    .split(/\s+/),
)
