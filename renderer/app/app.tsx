import { type ReactNode, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Route, Router, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { Status } from '../../shared/contract/shapes.ts'
import { DecisionPage } from '../features/approvals/decision-page.tsx'
import { decisionTabOf } from '../features/approvals/decision-tabs.ts'
import { OpenedPacket } from '../features/approvals/opened-packet.tsx'
import { QueuePage } from '../features/approvals/queue-page.tsx'
import { ChangesPage } from '../features/changes/changes-page.tsx'
import { CustomersPage } from '../features/customers/customers-page.tsx'
import { DuplicatesPage } from '../features/duplicates/duplicates-page.tsx'
import { FilePage } from '../features/file/file-page.tsx'
import { tabOf } from '../features/file/file-tabs.ts'
import { HelpPage } from '../features/help/help-page.tsx'
import { WindowNews } from '../features/help/window-news.tsx'
import { KeptImport } from '../features/imports/kept-import.tsx'
import { MergePage } from '../features/merge/merge-page.tsx'
import { PrintPage } from '../features/print/print-page.tsx'
import { ReportsPage } from '../features/reports/reports-page.tsx'
import { ExpiredPassword } from '../features/session/change-password.tsx'
import { SignIn } from '../features/session/sign-in.tsx'
import { Unlock } from '../features/session/unlock.tsx'
import { useIdle } from '../features/session/use-idle.ts'
import { useLockKey } from '../features/session/use-lock-key.ts'
import { type SessionActions, useSessionActions } from '../features/session/use-session.ts'
import { UserMenu } from '../features/session/user-menu.tsx'
import { SettingsPage } from '../features/settings/settings-page.tsx'
import { Broken } from '../features/start/broken.tsx'
import { FirstRun } from '../features/start/first-run.tsx'
import { TodayPage } from '../features/today/today-page.tsx'
import { useErrorText } from '../ui/error-text.ts'
import { Failure } from '../ui/failure.tsx'
import { navigate } from '../ui/navigate.ts'
import { Waiting } from '../ui/waiting.tsx'
import { Frame } from './frame.tsx'
import { useStatus } from './use-status.ts'

/** Shows what the state of the data allows: the start screens, or the program. */
export function KehuApp() {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const { status, error, lastReady, replace, forget, reload } = useStatus()
  const [isSwitch, setSwitch] = useState(false)
  const leave = useCallback(
    (next: Status, toSwitch: boolean) => {
      setSwitch(toSwitch)
      forget(next)
      navigate('/')
    },
    [forget],
  )
  const session = useSessionActions(replace, leave)
  const enter = (next: Status) => {
    // Somebody else begins at the beginning, with nothing left of what was shown to the person before.
    if (lastReady && lastReady.actor?.id !== next.actor?.id) leave(next, false)
    else replace(next)
  }
  const begin = (first: Status) => {
    replace(first)
    navigate('/customers') // nothing waits yet: the first thing to do is the first customer
  }
  const gate = status && gateFor(status, { isSwitch, session, onEntered: enter, onStatus: replace })
  // Once the program stands, it stays: what is typed must outlive a data process that restarts or a server that is away.
  if (lastReady) {
    const trouble = error
      ? errorText(error)
      : status?.phase === 'broken' && status.problem
        ? t(`broken.${status.problem.code}-title`)
        : undefined
    return (
      <>
        {trouble && (
          <p className="trouble" role="alert">
            {trouble}
          </p>
        )}
        <Screens key={lastReady.actor?.id} status={lastReady} session={session} onStatus={replace} />
        <WindowNews />
        <OpenedPacket isReady={status?.phase === 'ready' && !gate} />
        {gate}
      </>
    )
  }
  if (error) return <Failure error={error} onRetry={reload} />
  if (gate) return gate
  switch (status?.phase) {
    case 'setup':
      return <FirstRun status={status} onDone={begin} onBroughtIn={replace} />
    case 'broken':
      return <Broken status={status} onChanged={replace} />
    default:
      return (
        <Waiting
          text={
            status?.reading === undefined
              ? t('start.opening')
              : t('start.reading', { percent: Math.floor(status.reading * 100) })
          }
        />
      )
  }
}

interface GateProps {
  readonly isSwitch: boolean
  readonly session: SessionActions
  readonly onEntered: (status: Status) => void
  readonly onStatus: (status: Status) => void
}

/** What stands before the program while nobody has shown who they are. */
function gateFor(status: Status, { isSwitch, session, onEntered, onStatus }: GateProps): ReactNode {
  if (status.phase === 'signedOut') return <SignIn status={status} isSwitch={isSwitch} onSignedIn={onEntered} />
  if (status.phase === 'locked')
    return <Unlock status={status} onUnlocked={onEntered} onSwitch={() => void session.switchUser()} />
  if (status.phase === 'ready' && status.actor?.mustChangePassword)
    return <ExpiredPassword status={status} onChanged={onStatus} />
  return undefined
}

interface ScreensProps {
  readonly status: Status
  readonly session: SessionActions
  readonly onStatus: (status: Status) => void
}

function Screens({ status, session, onStatus }: ScreensProps) {
  const lock = useCallback(() => void session.lock(), [session])
  useLockKey(lock)
  useIdle(lock)
  return (
    // oxlint-disable-next-line react/hooks -- wouter takes the hook that reads the location as a value
    <Router hook={useHashLocation}>
      <Switch>
        <Route path={printRoute}>
          {({ id }) =>
            status.actor && <PrintPage id={Number(id)} company={status.company ?? ''} actor={status.actor} />
          }
        </Route>
        <Route>
          <Frame status={status} me={<UserMenu status={status} session={session} onStatus={onStatus} />}>
            <Switch>
              <Route path={fileRoute}>
                {({ kind, id, tab }) =>
                  status.actor && (
                    <FilePage
                      kind={kind === 'new' ? 'new' : 'customers'}
                      id={id ?? ''}
                      tab={tabOf(tab)}
                      actor={status.actor}
                    />
                  )
                }
              </Route>
              <Route path={mergeRoute}>
                {({ a, b }) => <MergePage key={`${a} ${b}`} a={Number(a)} b={Number(b)} />}
              </Route>
              <Route path="/settings/:section?">
                {({ section }) => <SettingsPage status={status} section={section} onStatus={onStatus} />}
              </Route>
              <Route path="/customers/duplicates">
                <DuplicatesPage rights={status.actor?.rights ?? noRights} />
              </Route>
              <Route path="/customers">
                <CustomersPage person={status.actor?.id ?? 0} rights={status.actor?.rights ?? noRights} />
              </Route>
              <Route path={applicationRoute}>
                {({ id, tab }) => (
                  <DecisionPage
                    key={id}
                    id={Number(id)}
                    tab={decisionTabOf(tab)}
                    rights={status.actor?.rights ?? noRights}
                  />
                )}
              </Route>
              <Route path={changesRoute}>
                {({ id }) => (
                  <ChangesPage
                    key={id}
                    id={id === undefined ? undefined : Number(id)}
                    rights={status.actor?.rights ?? noRights}
                  />
                )}
              </Route>
              <Route path={queueRoute}>{({ packets }) => <QueuePage showsPackets={packets !== undefined} />}</Route>
              <Route path="/import">{() => null}</Route>
              <Route path="/reports">
                <ReportsPage />
              </Route>
              <Route path="/help">
                <HelpPage version={status.version} />
              </Route>
              <Route>
                <TodayPage />
              </Route>
            </Switch>
            <KeptImport key={status.actor?.id} rights={status.actor?.rights ?? noRights} />
          </Frame>
        </Route>
      </Switch>
    </Router>
  )
}

const noRights: readonly never[] = []
const applicationRoute = /^\/approvals\/(?<id>\d{1,12})(?:\/(?<tab>[a-z0-9]+))?$/
const changesRoute = /^\/approvals\/changes(?:\/(?<id>\d{1,12}))?$/
const queueRoute = /^\/approvals(?:\/(?<packets>packets))?$/
const mergeRoute = /^\/customers\/merge\/(?<a>\d{1,12})\/(?<b>\d{1,12})$/
const printRoute = /^\/print\/(?<id>\d{1,12})$/
// One route for both, so that a new card that is saved stays on the screen as the file of its customer.
const fileRoute =
  /^\/(?<kind>customers|new)\/(?<id>\d{1,12}|[0-9a-f-]{36})\/(?<tab>kh001|kh002|extra|approvals|papers|history)$/
