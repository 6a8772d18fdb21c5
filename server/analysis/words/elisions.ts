/** What is left of words that begin with an apostrophe: 'tis, 'em, rock 'n' roll. In lower case. */
export const elisions: ReadonlySet<string> = new Set(
  'tis twas twere twill em til till cause cos coz round bout n bye neath kay sup er im ow'.split(' '),
)

/** Words after which, or rather before which, no possessive stands: what follows "the workers'" is a noun. In lower case. */
export const functionWords: ReadonlySet<string> = new Set(
  'and or but nor of in on at to by for from with as than that which who whom whose he she it they we you i is are was were be been has have had do does did will would can could may might shall should must not said says told added a an the this these those because when while if after before since until about into over under'.split(
    ' ',
  ),
)
