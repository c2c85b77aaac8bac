import { Button, Result } from 'antd'
import { Component, type ReactNode } from 'react'
import { Translation } from 'react-i18next'

interface State {
  readonly failed: boolean
}

/** Catches a screen that breaks: says so, with a way on. What was typed is in the draft. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false }

  static getDerivedStateFromError(): State {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <Translation>
        {t => (
          <Result
            status="warning"
            title={t('app.screenBroke')}
            subTitle={t('app.screenBrokeNext')}
            extra={<Button onClick={() => location.reload()}>{t('app.reload')}</Button>}
          />
        )}
      </Translation>
    )
  }
}
