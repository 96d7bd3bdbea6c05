import { RootPage } from '@payloadcms/next/views'
import config from '../../../payload.config'

type Props = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

const Page = ({ params, searchParams }: Props) =>
  RootPage({ config, params, searchParams, importMap: {} })

export default Page
