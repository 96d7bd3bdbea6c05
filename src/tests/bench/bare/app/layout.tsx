import '@payloadcms/next/css'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import type { ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import config from '../payload.config'

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  return handleServerFunctions({ ...args, config, importMap: {} })
}

const Layout = ({ children }: { children: ReactNode }) => (
  <RootLayout config={config} importMap={{}} serverFunction={serverFunction}>
    {children}
  </RootLayout>
)

export default Layout
