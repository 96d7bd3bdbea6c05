import { shared } from './shared'

const asked = shared('stopping', () => ({ toStop: false }))

/** Whether this process has been asked to stop. */
export const isStopping = (): boolean => asked.toStop

export const announceStop = (stopping = true): void => {
  asked.toStop = stopping
}
