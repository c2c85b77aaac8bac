import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider, theme } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import zhTW from 'antd/locale/zh_TW'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { KehuApp } from './app.tsx'
import { Closing } from './closing.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { startTexts } from './i18n.ts'
import './app.css'

z.config({ jitless: true }) // zod would try `new Function` once, which the page's policy forbids

const locales = { 'zh-CN': zhCN, 'zh-TW': zhTW, en: enUS }
// The compact look draws everything two pixels smaller than it is told: 16 becomes the 14 of an office screen.
const look = {
  algorithm: theme.compactAlgorithm,
  token: {
    colorPrimary: '#0958d9',
    colorPrimaryHover: '#003eb3', // the lighter one of the library is too pale for white words
    colorTextDescription: '#5f6773',
    colorError: '#b42318',
    colorTextPlaceholder: '#5f6773',
    fontSize: 16,
    borderRadius: 4,
    fontFamily: 'var(--sans)',
    motion: false,
  },
}
const client = new QueryClient({
  defaultOptions: {
    // The data is on this machine: ask again rather than show an old answer, and never guess about the network.
    queries: { staleTime: 0, gcTime: 60_000, retry: false, networkMode: 'always' },
  },
})

function Root() {
  const { i18n } = useTranslation()
  return (
    <ConfigProvider
      locale={locales[i18n.language as keyof typeof locales]}
      theme={look}
      button={{ autoInsertSpace: false }}
    >
      <App component={false} message={{ top: 96, pauseOnHover: false }}>
        <ErrorBoundary>
          <KehuApp />
        </ErrorBoundary>
        <Closing />
      </App>
    </ConfigProvider>
  )
}

async function start(): Promise<void> {
  await startTexts()
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no place to draw in')
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Root />
      </QueryClientProvider>
    </StrictMode>,
  )
}

void start()
