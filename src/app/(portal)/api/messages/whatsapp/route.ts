import { guarded } from '@/portal/jsonRoute'
import { answerHandshake, takeWhatsappReport } from '@/portal/phoneReports'

export const dynamic = 'force-dynamic'

export const GET = (request: Request) => answerHandshake(request)
export const POST = (request: Request) => guarded(request, () => takeWhatsappReport(request))
