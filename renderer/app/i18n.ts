import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { screens } from '../../shared/text/screen-texts.ts'
import type { ScreenTexts } from '../../shared/text/zh-CN/screens.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: ScreenTexts }
  }
}

/** Loads the texts of all three languages; the language itself comes with the status and changes without a restart. */
export async function startTexts(): Promise<void> {
  i18next.on('languageChanged', language => {
    document.documentElement.lang = language
    document.title = `Kehu ${i18next.t('app.name')}`
  })
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    resources: Object.fromEntries(
      Object.entries(screens).map(([language, translation]) => [language, { translation }]),
    ),
    interpolation: { escapeValue: false }, // React escapes
  })
}
