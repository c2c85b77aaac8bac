import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Reveal } from './use-reveal.ts'

/** Shows delicate boxes for a minute, and puts the mask back before it is over. */
export function RevealButton({ reveal, title }: { reveal: Reveal; title?: string }) {
  const { t } = useTranslation()
  const { secondsLeft } = reveal
  return secondsLeft === 0 ? (
    <Button icon={<EyeOutlined />} title={title ?? t('form.masked')} onClick={() => void reveal.reveal()}>
      {t('form.reveal')}
    </Button>
  ) : (
    <Button icon={<EyeInvisibleOutlined />} onClick={() => void reveal.conceal()}>
      {t('form.conceal', { count: secondsLeft })}
    </Button>
  )
}
