import { test as base, expect, type Browser, type Page } from '@playwright/test'
import { facts } from './facts'
import { anAddress } from './people'

type Fixtures = {
  /** Complaints of the browser that this test causes on purpose: one pattern, a list of two is read as options. */
  forgiven: RegExp[]
  complaints: void
  /** Opens the panel, logged in. */
  staff: (email: string, url?: string) => Promise<Page>
}

/** The house's test: every client has an address of its own, and a page that complains fails it. */
export const test = base.extend<Fixtures>({
  extraHTTPHeaders: async ({}, provide) => provide({ 'X-Forwarded-For': anAddress() }),
  forgiven: [[], { option: true }],
  complaints: [
    async ({ context, forgiven }, provide) => {
      const heard = listen(context)
      await provide()
      expect(heard.filter((text) => !forgiven.some((known) => known.test(text)))).toEqual([])
    },
    { auto: true },
  ],
  staff: async ({ browser, forgiven }, provide) => {
    const opened: { page: Page; heard: string[] }[] = []
    await provide(async (email, url = facts.baseUrl) => {
      const context = await browser.newContext({
        baseURL: url,
        locale: 'fr-FR',
        timezoneId: 'Africa/Brazzaville',
        viewport: { width: 1280, height: 900 },
        javaScriptEnabled: true, // The panel has no other way, whatever the client's browser does.
        storageState: await sessionOf(browser, email, url),
      })
      const page = await context.newPage()
      opened.push({ page, heard: listen(context) })
      return page
    })
    for (const { page, heard } of opened) {
      await page.context().close()
      expect(heard.filter((text) => !forgiven.some((known) => known.test(text)))).toEqual([])
    }
  },
})

export { expect }

/** The preview's sandbox refuses even the script that the test's own browser brings along. */
const OURS = /Blocked script execution in 'about:srcdoc'/

function listen(context: ReturnType<Page['context']>): string[] {
  const heard: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' && !OURS.test(message.text()))
      heard.push(`${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => heard.push(error.error().stack ?? error.error().message))
  return heard
}

type Session = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>
const sessions = new Map<string, Promise<Session>>()

/** One login per person and server: an account may log in ten times in a quarter of an hour. */
function sessionOf(browser: Browser, email: string, url: string): Promise<Session> {
  const key = `${url} ${email}`
  const known = sessions.get(key) ?? logIn(browser, email, url)
  sessions.set(key, known)
  return known
}

async function logIn(browser: Browser, email: string, url: string): Promise<Session> {
  const context = await browser.newContext({ extraHTTPHeaders: { 'X-Forwarded-For': anAddress() } })
  const answer = await context.request.post(`${url}/api/users/login`, {
    data: { email, password: facts.password },
  })
  expect(answer.status()).toBe(200)
  const state = await context.storageState()
  await context.close()
  return state
}
