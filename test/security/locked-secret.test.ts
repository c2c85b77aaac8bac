import { createCipheriv, scryptSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { lockSecret, unlockSecret } from '../../electron/backend/services/packets/locked-secret.ts'

test('a secret opens with its password alone, and does not cost a guess less than the password itself', async () => {
  const locked = await lockSecret('the key', 'ｐａｓｓ密码', 16)
  expect(locked).toMatch(/^scrypt-aes-256-gcm\$16x5\$/)
  expect(await unlockSecret(locked, 'pass密码')).toBe('the key')
  expect(await unlockSecret(locked, 'pass密码 ')).toBeUndefined()
})

test('a secret that an earlier version locked, stretched once, still opens', async () => {
  const [salt, iv] = [Buffer.alloc(16, 1), Buffer.alloc(12, 2)]
  const cipher = createCipheriv('aes-256-gcm', scryptSync('password', salt, 32, { N: 16, r: 8, p: 1 }), iv)
  const text = Buffer.concat([cipher.update('the key'), cipher.final()])
  const parts = [salt, iv, cipher.getAuthTag(), text].map(part => part.toString('base64url'))
  expect(await unlockSecret(['scrypt-aes-256-gcm', 16, ...parts].join('$'), 'password')).toBe('the key')
})
