const kinds = `UPDATE|WRAPUP|RPT|REFILE|REPEAT|CORRECTED|CORRECTION|EXCLUSIVE|FACTBOX|ANALYSIS|EXPLAINER|INSIGHT|INTERVIEW|TIMELINE|SPECIAL REPORT|FEATURE|PROFILE
|NEWSMAKER|PREVIEW|POLL|COLUMN|COMMENTARY|BREAKINGVIEWS|SNAPSHOT|HIGHLIGHTS|TEXT|INSTANT VIEW|QUOTES|GRAPHIC|WIDER IMAGE|LIVE MARKETS|GLOBAL MARKETS|FOREX
|Soccer|Football|Tennis|Golf|Cricket|Rugby|Cycling|Athletics|Swimming|Boxing|Basketball|Baseball|Ice hockey|Olympics|Motor racing|Motorcycling|Alpine skiing`

const label = new RegExp(`^(?:(?:${kinds.replace(/\n/g, '')})(?: \\d{1,2})?-)+(?=[\\p{Lu}\\d"'“‘])`, 'u')

/** The end of the label with which an agency opens a headline, its hyphen inside: "UPDATE 2-", "RPT-EXCLUSIVE-", "Soccer-"; 0 where there is none. */
export const labelEnd = (text: string): number => label.exec(text)?.[0].length ?? 0
