import { searchedEndings } from './files.ts'

/** What the help of the program says behind its commands. */
export const generalHelp = `
Files:
  FILE is a story as plain text or Markdown (.md) in UTF-8, UTF-16 with a byte order mark or Windows-1252, of 2 MB at most;
  or a pattern in quotation marks ("stories/**/*.txt"), which takes * ? [ ] { } and **;
  or a folder: the stories in it and below (${searchedEndings}), of plain text and Markdown what looks like a story;
  or "-", standard input.
  The nearest dateline.json, from each story's folder up, may set a house profile and the level of each rule, and names the people file; without
  one, the people.json of the working directory holds for the stories in it.

  Many files are shared out among threads, as many as the machine has cores (--jobs); what is written, and in which order, is the same with any number.
  --fix works alone. On a terminal a bar shows how far it is (not with --quiet).

Offsets and columns count UTF-16 code units, as editors do. Levels, the quietest first: hint, information, warning, error.

Exit status:
  0  nothing to complain of
  1  a problem louder than --max-level (a warning or an error where it is not given)
  2  bad usage, or a file that could not be read or written; the other files are done all the same

The text of stories never leaves this machine.`

/** What the help of `check` says behind its options. */
export const checkHelp = `
Formats:
  text    file:line:column  level  message  rule
  json    one object a line: file, line, column, start, end, level, rule, message
  sarif   SARIF 2.1.0, for code scanning; with fixes and lasting fingerprints
  github  annotations for GitHub Actions
  junit   JUnit's XML: a suite for each story, a failure for each problem that fails

A baseline holds the problems that were there when the checking began, by rule and sentence. They are told no more until the words of
their sentence change. Without quotation marks, lines or line numbers in it, it survives edits elsewhere; keep it under version control.

Examples:
  dateline check story.txt                                 one story
  dateline check --profile reuters --max-level off desk/   a folder; any problem fails
  dateline check --fix "stories/**/*.news"                 mend what is safe, tell the rest
  dateline check --format sarif desk/ > dateline.sarif     for code scanning
  dateline check --baseline old.json --write-baseline desk/  let pass what is there today
  dateline check --baseline old.json desk/                 tell what is new
  git show HEAD:story.txt | dateline check -               standard input`
