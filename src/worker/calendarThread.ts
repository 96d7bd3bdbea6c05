import { parentPort, workerData } from 'node:worker_threads'
import { nightsOf, readCalendar } from '@/domain/outsideCalendar'
import type { Given, Read } from './readApart'

/** The thread that reads one calendar: see readApart.ts. */

// as: readApart alone starts this thread, and gives it this.
const { text, asked } = workerData as Given

function read(): Read {
  const answer = readCalendar(text, asked)
  if ('fault' in answer) return answer
  return {
    busy: answer.busy.map((period) => ({ ...period, nights: nightsOf(period, asked.zone) })),
  }
}

parentPort?.postMessage('begins')
parentPort?.postMessage(read())
