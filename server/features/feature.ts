import type {
  ClientCapabilities,
  MessageSignature,
  RequestType,
  ServerCapabilities,
  TextDocumentIdentifier,
} from 'vscode-languageserver'
import type { Session } from './session.ts'
import type { Story } from './story.ts'

/** What the editor gets from Dateline in one respect: the capability that announces it and the answers behind it, together so that they cannot drift apart. */
export interface Feature {
  capabilities(client: ClientCapabilities): ServerCapabilities
  readonly answers: readonly Answer[]
}

/** How one request of the protocol is answered. `nothing` is the answer where there is no story or something went wrong. */
export interface Answer {
  readonly method: MessageSignature['method']
  readonly nothing: unknown
  answer(params: unknown, session: Session): unknown
}

/** Answers a request about an open story; a file that is none, or is not open, gets `nothing`, and so does `undefined`. */
export function answer<P extends { readonly textDocument: TextDocumentIdentifier }, R, E>(
  request: RequestType<P, R, E>,
  handle: (story: Story, params: P, session: Session) => R | undefined,
  nothing: R | null = null,
): Answer {
  return {
    method: request.method,
    nothing,
    answer(params, session) {
      const asked = params as P
      const story = session.story(asked.textDocument.uri)
      return (story && handle(story, asked, session)) ?? nothing
    },
  }
}
