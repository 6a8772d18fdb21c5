import { readFileSync } from 'node:fs'
import { argv, stdout } from 'node:process'
import { readArticle } from './analysis/article.ts'
import { inspect } from './inspect.ts'

for (const file of argv.slice(3)) stdout.write(`${JSON.stringify(inspect(file, readArticle(readFileSync(file, 'utf8'))))}\n`)
