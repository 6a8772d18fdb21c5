const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** What somebody's words stand in: with "by", "from" or a possessive it speaks for its author. */
export const documentNouns = words(`
  statement letter report announcement website site document warning release message email memo note comment remark remarks post tweet account feed
  investigation study survey analysis bulletin communique communiqué article editorial blog notice advisory words writings`)

/** What a body is called when it has been named before: "the company said". */
export const bodyNouns = words(`
  company firm organisation organization agency group party club team union bank airline newspaper paper magazine network broadcaster channel station ministry
  department commission committee council court government office university institute association federation charity corporation manufacturer carrier
  publisher retailer watchdog regulator foundation country nation state movement militia army force forces police alliance authority administration board`)

/** What says behind a name what house it is: "the Interfax news agency", "the Leader newspaper". */
export const houseNouns = words(`
  news agency newspaper newspapers paper daily weekly tabloid magazine broadcaster channel network newswire website`)

/** What happens, is made or is felt: it says nothing, whatever verb of speech follows it. */
export const voiceless = words(`
  agreement attack attacks announcements adoption bill blast boycott bridge building campaign case cases celebration change changes clash clashes collapse
  crack cracks crash crisis damage deal death deaths decision delay disaster earthquake effort efforts election elections event events explosion fighting fire
  fires flood floods game gap growth hurricane idea incident law laws line market markets match meeting money move moves music news outbreak pandemic plan plans
  policy price prices problem problems progress project protest protests rain recession referendum rise rumours rumors sample samples season session situation
  storm storms strike strikes success system talks tension tensions tests time times trade treaty trend tsunami unrest victory violence visit vote war weather`)

/** What stands between quotation marks and quotes nobody: a name, a title, a coinage. */
export const namingWords = words(`
  called named titled entitled dubbed nicknamed known so-called codenamed code-named labelled labeled termed film movie song album single book novel series show
  programme program game magazine episode poem painting play opera musical documentary word term phrase nickname headline slogan policy rule project operation`)

/** Nouns for what is said or meant, as objects of a verb: "announced his intention to", "expressed concern that". */
export const speechObjects = words(`
  intention intentions aim plan plans resolve decision desire willingness concern concerns view opinion belief hope optimism support readiness commitment
  determination regret confidence fear fears doubt doubts satisfaction nature importance need`)

/** What shows something without speaking: with "found", "suggests", "reveals" it is no source. */
export const evidenceNouns = words(`
  poll polls survey surveys study studies theory video videos footage autopsy autopsies results result data evidence documents document image images photographs
  photos figures simulations tests test analysis findings research statistics numbers`)

/** What else is cited and nobody speaks in: with the documents and the evidence above what a story can rest on in writing. */
export const paperNouns = words(`
  filing filings lawsuit suit indictment complaint affidavit transcript transcripts bill law ruling verdict order book draft petition pamphlet leaflet brochure
  press release records memos letters statements reports documents emails notice plan resolution constitution treaty`)
