import { agencyNow } from '@/portal/agency'
import { agencyFile, manifestFile } from '@/portal/agencyFiles'

export const dynamic = 'force-dynamic'

/** How the site is installed on a telephone. */
export const GET = async (request: Request) =>
  agencyFile(request, 'application/manifest+json', manifestFile(await agencyNow()))
