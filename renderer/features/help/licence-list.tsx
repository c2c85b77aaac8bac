import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { licences, licencesFile } from '../../../shared/contract/licences.ts'
import { transport } from '../../transport/index.ts'

/** What the program is made of, with the licence of each part; the build has written the list beside the page. */
export function LicenceList() {
  const { t } = useTranslation()
  const { data, error } = useQuery({
    queryKey: [licencesFile],
    queryFn: async () => licences.parse(await (await fetch(licencesFile)).json()),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <>
      <p>{t('help.licencesMean')}</p>
      {error && (
        <p className="stamp" role="alert">
          {t('help.licencesUnread')}
        </p>
      )}
      {transport.kind === 'electron' && (
        <p>
          {t('help.chromium')}{' '}
          <Button size="small" onClick={() => void transport.windowCall('window.showLicences', {})}>
            {t('help.chromiumOpen')}
          </Button>
        </p>
      )}
      <ul className="licences">
        {data?.map(({ name, version, licence, text }) => (
          <li key={`${name} ${version}`}>
            <details>
              <summary>
                {name} {version} <small>{licence}</small>
              </summary>
              <pre>{text}</pre>
            </details>
          </li>
        ))}
      </ul>
    </>
  )
}
