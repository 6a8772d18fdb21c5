import { extensions } from 'vscode'

describe('Dateline in the editor', () => {
  it('is installed', () => {
    if (!extensions.getExtension('dateline-news.dateline')) throw new Error('missing')
  })
})
