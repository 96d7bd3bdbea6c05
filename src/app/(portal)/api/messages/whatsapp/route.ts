import { guarded } from '@/portal/jsonRoute'
import { answerHandshake, takeWhatsappReport } from '@/portal/phoneReports'

export const dynamic = 'force-dynamic'

export const GET = (request: Request) =>
  guarded(request, () => Promise.resolve(answerHandshake(request)))
export const POST = (request: Request) => guarded(request, () => takeWhatsappReport(request))
