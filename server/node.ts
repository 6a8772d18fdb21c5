import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { diskFiles } from './files/disk.ts'
import { serve } from './server.ts'

serve(createConnection(ProposedFeatures.all), diskFiles)
