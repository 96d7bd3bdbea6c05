import { markFile } from '@/domain/mark'
import { agencyNow } from '@/portal/agency'
import { agencyFile } from '@/portal/agencyFiles'

export const dynamic = 'force-dynamic'

/** The agency's drawn mark. */
export const GET = async (request: Request) =>
  agencyFile(request, 'image/svg+xml', markFile(await agencyNow()))
