import { throughNext } from '@/portal/jsonRoute'
import { requestRoute } from '@/portal/requestRoute'

export const dynamic = 'force-dynamic'

export const POST = throughNext(requestRoute)
