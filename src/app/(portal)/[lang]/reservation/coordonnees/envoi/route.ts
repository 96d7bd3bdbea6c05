import { orBreakOff } from '@/failure'
import { href } from '@/i18n/paths'
import { draftFaults, draftOf } from '@/portal/contactStep'
import { keepDraft, readDraft } from '@/portal/draft'
import { formPost, localeOf, seeOther } from '@/portal/formPost'
import { answersOf } from '@/portal/funnel'

type Context = { params: Promise<{ lang: string }> }

export const POST = (request: Request, { params }: Context) =>
  formPost(
    request,
    async (fields) => {
      const locale = localeOf((await params).lang)
      const answers = answersOf(fields)
      const { draft, unproven } = await orBreakOff(
        draftOf(fields, await readDraft()),
        () => 'pas_envoye', // This step sends no request, whatever fails.
      )
      const kept = await keepDraft(draft)
      if (!kept) await keepDraft({ ...draft, note: '' })
      const right = kept && draftFaults(draft, locale).length === 0
      if (right && !unproven) return href(locale, '/reservation/verification', answers)
      const again = right ? { encore: '1' } : { erreurs: kept ? '1' : 'long' }
      return href(locale, '/reservation/coordonnees', { ...answers, ...again })
    },
    'demande',
  )

export const GET = async (_request: Request, { params }: Context) =>
  seeOther(href(localeOf((await params).lang), '/reservation'))
