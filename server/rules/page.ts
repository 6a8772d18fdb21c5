/** The page on which each rule explains itself, under its id. */
export const rulesPage = 'https://github.com/dateline-news/dateline/blob/main/docs/rules.md'
