import { guarded } from '@/portal/jsonRoute'
import { takeSmsReport } from '@/portal/phoneReports'

export const dynamic = 'force-dynamic'

export const POST = (request: Request) => guarded(request, () => takeSmsReport(request))
