import type { ClientCapabilities, TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type Article, readArticle } from '../analysis/article.ts'
import { plainAddress } from '../folder/address.ts'
import { checkForDesk, type Desk, noDesk } from '../folder/desk.ts'
import { type StoryIndex, storyIndex } from '../folder/stories.ts'
import type { FoundProblem } from '../rules/index.ts'
import { defaultSettings, type Settings } from './settings.ts'
import { type Encoding, offsetAt, type Story } from './story.ts'
import { judge, type Treatment, type Verdict } from './verdict.ts'

/** An open file: its text, what it is taken for, and the latest reading, of this text or of one before. */
interface OpenFile {
  readonly document: TextDocument
  verdict: Verdict
  article?: Article
  isRead: boolean
  check?: Check
}

/** The problems of one reading under one set of settings, with a name that no other check has, in this run of the server or another. */
export interface Check {
  readonly id: string
  readonly problems: readonly FoundProblem[]
}

/**
 * What the server keeps: the open files with their readings, the settings, and which files the user calls a story. What holds in their folders is asked of `deskOf`.
 * Nothing else lasts from one request to the next.
 */
export class Session {
  readonly client: ClientCapabilities
  readonly encoding: Encoding
  /** The desk of the folder that a file lies in. */
  readonly deskOf: (uri: string) => Desk
  /** The stories of the open folders, as far as they have been read. */
  readonly stories: StoryIndex
  settings: Settings = defaultSettings
  readonly #files = new Map<string, OpenFile>()
  readonly #treatments = new Map<string, Treatment>()
  #checks = 0
  /** Sets the checks of this run of the server apart from those that a client remembers of a run before. */
  readonly #run = Math.random().toString(36).slice(2)

  constructor(client: ClientCapabilities, deskOf: (uri: string) => Desk = () => noDesk, stories = storyIndex()) {
    this.client = client
    this.deskOf = deskOf
    this.stories = stories
    this.encoding = client.general?.positionEncodings?.[0] === 'utf-8' ? 'utf-8' : 'utf-16'
  }

  get uris(): readonly string[] {
    return [...this.#files.keys()]
  }

  /** The text of an open file, whatever it is. */
  textOf(uri: string): string | undefined {
    const address = plainAddress(uri)
    for (const [open, { document }] of this.#files) if (plainAddress(open) === address) return document.getText()
    return undefined
  }

  /** Takes in a file; one that was open already is replaced. */
  open({ uri, languageId, version, text }: TextDocumentItem): void {
    const document = TextDocument.create(uri, languageId, version, text)
    this.#files.set(uri, { document, verdict: this.#judge(document), isRead: false })
  }

  /** Applies changes in the order given; those to a file that is not open are passed over. */
  change(uri: string, changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    const file = this.#files.get(uri)
    if (!file) return
    for (const change of changes) TextDocument.update(file.document, [this.#placed(file.document, change)], version)
    file.isRead = false
    file.check = undefined
    if (file.verdict.state === 'story') file.verdict = this.#judge(file.document, file.verdict)
  }

  close(uri: string): void {
    this.#files.delete(uri)
  }

  /** Takes the file for what the user says it is, now and when it is opened again. */
  treat(uri: string, as: Treatment): void {
    if (as === 'detect') this.#treatments.delete(uri)
    else this.#treatments.set(uri, as)
    this.review(uri)
  }

  configure(settings: Settings): void {
    this.settings = settings
    for (const [uri, file] of this.#files) {
      file.check = undefined
      this.review(uri)
    }
  }

  /** Has every story checked anew, since what holds in its folder has changed. */
  forgetChecks(): void {
    for (const file of this.#files.values()) file.check = undefined
  }

  /** Asks anew whether the file is a story, and answers with the verdict. Typing alone makes no story of a file until this is called. */
  review(uri: string): Verdict | undefined {
    const file = this.#files.get(uri)
    if (!file) return undefined
    file.verdict = this.#judge(file.document, file.verdict)
    return file.verdict
  }

  /** Why a file that is a story by its language is not read; undefined where it is read, or is none. */
  refusal(uri: string): string | undefined {
    const file = this.#files.get(uri)
    return file?.verdict.state === 'too-large' && file.document.languageId === 'news' ? file.verdict.reason : undefined
  }

  /** The story as it stands, read at most once for each version; undefined where the file is none or is not open. */
  story(uri: string): Story | undefined {
    const file = this.#files.get(uri)
    if (file?.verdict.state !== 'story') return undefined
    if (!file.isRead || !file.article) file.article = read(file)
    file.isRead = true
    return { document: file.document, article: file.article, encoding: this.encoding }
  }

  /** The problems of the story, looked for at most once for each reading and set of settings. */
  check(story: Story): Check {
    const { uri } = story.document
    const file = this.#files.get(uri)
    const check = file?.check ?? {
      id: `${this.#run}.${++this.#checks}`,
      problems: checkForDesk(story.article, uri, this.deskOf(uri), this.settings.rules),
    }
    if (file) file.check = check
    return check
  }

  #judge(document: TextDocument, before?: Verdict): Verdict {
    return judge(document, this.#treatments.get(document.uri) ?? 'detect', this.settings.detect, before)
  }

  /** The change in UTF-16 code units and within the text, since `TextDocument` loses count of its lines where a range lies outside. */
  #placed(document: TextDocument, change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
    if (!('range' in change)) return change
    const place = { document, encoding: this.encoding }
    const start = document.positionAt(offsetAt(place, change.range.start))
    return { text: change.text, range: { start, end: document.positionAt(offsetAt(place, change.range.end)) } }
  }
}

function read({ document, article }: OpenFile): Article {
  return readArticle(document.getText(), article, document.languageId === 'markdown' ? 'markdown' : 'plain')
}
