import type Database from 'better-sqlite3'
import { expect } from 'vitest'
import { type ChainEnd, chainStart, followChain, rowsAfter } from '../../electron/backend/database/log-chain.ts'
import { digestOf, sha256 } from '../../electron/backend/services/audit/canonical-json.ts'

/** A signature as it lies in the database. */
interface Signature {
  readonly submission: number
  readonly application: number
  readonly place: number
  readonly attempt: number
  readonly signer: number
}

/** What must hold after every call, whatever was called; it remembers what it saw and looks past the program. */
export interface Invariants {
  /** Holds the database against the rules; answers the signatures that are new. */
  check(): Signature[]
}

interface Decided {
  readonly id: number
  readonly customer: number
  readonly kind: string
  readonly state: string
  readonly approved: number | null
  readonly from: string | null
  readonly to: string | null
  readonly closed: string | null
}

const lastDay = ({ to, closed }: Decided) => (closed !== null && to !== null && closed < to ? closed : (to ?? ''))

/** Begins to watch a database. */
export function watch(db: Database.Database): Invariants {
  let end: ChainEnd = chainStart
  const frozen = new Map<string, string>()

  const remainsAsItWas = (key: string, row: unknown) => {
    const known = frozen.get(key)
    if (known === undefined) frozen.set(key, JSON.stringify(row))
    else expect(JSON.stringify(row), `${key} has changed`).toBe(known)
    return known === undefined
  }

  function logIsWhole(): void {
    const followed = followChain(rowsAfter(db, end, 10_000), end)
    expect(followed.broken).toBeUndefined()
    end = followed.end
  }

  function signaturesStay(): Signature[] {
    const rows = db
      .prepare<[], Signature & Record<string, unknown>>(
        `SELECT p.submission_id AS submission, s.application_id AS application, p.place, p.attempt, p.signer_id AS signer, p.state,
           p.granted, p.grade, p.comment, p.signed_at, p.on_behalf_of
         FROM approval_steps p JOIN submissions s ON s.id = p.submission_id WHERE p.state IN ('signed', 'returned', 'rejected')`,
      )
      .all()
    const added = rows.filter(row => remainsAsItWas(`step ${row.submission}.${row.place}.${row.attempt}`, row))
    const twice = db
      .prepare(
        `SELECT submission_id FROM approval_steps WHERE state = 'signed' GROUP BY submission_id, signer_id HAVING count(DISTINCT place) > 1`,
      )
      .all()
    expect(twice, 'nobody is on two levels of a version').toEqual([])
    // Kept signatures come into the next version as they are; the person who gave them was asked about when they were new.
    return added.filter(({ attempt, place, signer, submission }) => {
      const kept = db
        .prepare(
          `SELECT 1 FROM approval_steps p JOIN submissions own ON own.id = ? JOIN submissions s ON s.id = p.submission_id
           JOIN approval_steps mine ON mine.submission_id = own.id AND mine.place = ? AND mine.attempt = ?
           WHERE s.application_id = own.application_id AND s.revision < own.revision AND p.signed_at = mine.signed_at AND p.signer_id = ?`,
        )
        .get(submission, place, attempt, signer)
      return kept === undefined
    })
  }

  function snapshotsStay(): void {
    const sql = `SELECT s.*, (SELECT count(*) FROM audit_log l WHERE l.action = 'application.submit'
      AND l.object = 'application:' || s.application_id AND l.after_digest = s.digest) AS logged FROM submissions s`
    for (const row of db.prepare<[], { id: number; snapshot: string; digest: string; logged: number }>(sql).all()) {
      if (!remainsAsItWas(`submission ${row.id}`, row)) continue
      expect(sha256(row.snapshot)).toBe(row.digest)
      expect(digestOf(JSON.parse(row.snapshot))).toBe(row.digest)
      expect(row.logged).toBe(1)
    }
  }

  function decidedStay(): Decided[] {
    const sql = `SELECT id, customer_id AS customer, kind, state, approved_limit AS approved, valid_from AS "from", valid_to AS "to",
      closed_on AS closed, amount, approved_grade, is_first, decided_at, revision
      FROM applications WHERE state IN ('approved', 'rejected', 'withdrawn')`
    const rows = db.prepare<[], Decided>(sql).all()
    for (const { closed: _, ...row } of rows) remainsAsItWas(`application ${row.id}`, row)
    return rows.filter(({ state }) => state === 'approved')
  }

  function approvedByTwo({ id, kind }: Decided): void {
    const sql = `SELECT count(DISTINCT signer_id) FROM approval_steps WHERE state = 'signed' AND submission_id =
      (SELECT id FROM submissions WHERE application_id = ? ORDER BY revision DESC LIMIT 1)`
    expect(db.prepare(sql).pluck().get(id), `signers of ${id}`).toBeGreaterThanOrEqual(kind === 'lowering' ? 1 : 2)
  }

  function oneLimitADay(approved: readonly Decided[]): void {
    const line = approved.filter(({ kind }) => kind !== 'temporary')
    for (const one of line)
      for (const other of line) {
        if (one.id >= other.id || one.customer !== other.customer) continue
        const begins = [one.from ?? '', other.from ?? ''].sort()[1] ?? ''
        const ends = [lastDay(one), lastDay(other)].sort()[0] ?? ''
        expect(ends < begins, `limits ${one.id} and ${other.id} hold on the same day`).toBe(true)
      }
  }

  return {
    check() {
      logIsWhole()
      snapshotsStay()
      const approved = decidedStay()
      const added = signaturesStay()
      approved.forEach(approvedByTwo)
      oneLimitADay(approved)
      return added
    },
  }
}

/** The most (分) that was granted to a customer for a day, by what lies in the database. */
export function grantedOn(db: Database.Database, customerId: number, day: string): number {
  const sql = `SELECT coalesce(sum(approved_limit), 0) FROM applications WHERE customer_id = @customerId AND state = 'approved'
    AND valid_from <= @day AND min(valid_to, coalesce(closed_on, valid_to)) >= @day`
  return Number(db.prepare(sql).pluck().get({ customerId, day }))
}
