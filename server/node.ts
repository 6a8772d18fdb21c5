import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { disk } from './files/disk.ts'
import { serve } from './server.ts'

serve(createConnection(ProposedFeatures.all), disk)
