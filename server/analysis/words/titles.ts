import type { Gender } from '../people.ts'

/** A form of address: says no more than respect, gender or learning, and is not a role. In lower case, without the stop. */
export const courtesyTitles: ReadonlyMap<string, Gender | undefined> = new Map<string, Gender | undefined>([
  ...words<Gender>('mr mister messrs sir lord monsieur m herr senor señor signor don sayyid', 'male'),
  ...words<Gender>('mrs ms miss mx lady dame madam madame mme mademoiselle mlle frau senora señora signora doña donna', 'female'),
  ...words(
    'dr doctor hon honourable honorable prof-dr sheik sheikh shaikh haji hajji hajj dato datuk tan sri shri esq honble rt right late',
    undefined,
  ),
])

/** Titles that are an office or a rank and so a role, with the gender that the word tells. In lower case, without the stop. */
export const officeTitles: ReadonlyMap<string, Gender | undefined> = new Map<string, Gender | undefined>([
  ...words<Gender>(
    'king prince duke earl count baron viscount marquess emperor tsar czar sultan emir emperor pope cardinal archbishop imam ayatollah mullah rabbi father fr brother bro congressman alderman chairman crown-prince maharaja',
    'male',
  ),
  ...words<Gender>(
    'queen princess duchess countess baroness viscountess empress sister mother congresswoman alderwoman chairwoman first-lady mayoress',
    'female',
  ),
  ...words(
    `president pres premier chancellor minister secretary sec senator sen representative rep governor gov mayor councillor councilman
    councilwoman councilor deputy speaker judge justice magistrate prosecutor attorney sheriff commissioner commander cmdr captain capt colonel col
    general gen lieutenant lt major maj sergeant sgt corporal cpl private pvt admiral adm commodore brigadier brig marshal inspector insp superintendent supt
    constable officer detective det chief ambassador amb consul professor prof dean provost rector chaplain pastor reverend rev bishop
    mp pm mep msp td vice-president chairperson taoiseach ombudsman coach manager referee`,
    undefined,
  ),
])

function* words<T>(list: string, value: T | undefined): Iterable<readonly [string, T | undefined]> {
  for (const word of list.trim().split(/\s+/)) yield [word, value]
}
