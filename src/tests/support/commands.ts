import { execFile } from 'node:child_process'
import { scriptArguments } from '@/scripts/process'

export type Told = { code: number; text: string }

/** Runs a command of package.json as a person would, on one database. */
export function command(
  name: 'backup' | 'restore' | 'migrate' | 'seed' | 'verifyHistory' | 'worker',
  url: string,
  ...args: string[]
): Promise<Told> {
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      scriptArguments(name, ...args),
      { env: { ...process.env, DATABASE_URL: url } },
      (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code ?? 1) : 0, text: `${stdout}${stderr}` }),
    ),
  )
}
