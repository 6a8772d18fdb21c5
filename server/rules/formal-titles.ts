/** Titles of state, church and forces that take a capital directly before a name, in lower case. */
export const formalTitles: ReadonlySet<string> = new Set(
  'president vice-president chancellor premier governor senator congressman congresswoman mayor minister ambassador king queen prince princess emperor pope cardinal archbishop bishop general admiral colonel brigadier commodore sergeant lieutenant'.split(
    ' ',
  ),
)

/** Those of them that stay with the person: the Prince of Wales, the Pope. */
export const royalTitles: ReadonlySet<string> = new Set('king queen prince princess emperor pope'.split(' '))

/** What stands before the last word of a title and is part of it: Prime Minister, Vice President, Foreign Minister, Lieutenant General. */
export const titleModifiers: ReadonlySet<string> = new Set(
  'prime vice deputy foreign interior defence defense finance justice health education energy trade transport environment agriculture culture lieutenant major brigadier rear federal'.split(
    ' ',
  ),
)
