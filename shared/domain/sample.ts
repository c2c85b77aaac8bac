/** The password of everybody in the sample company. Its sign-in screen tells it, so it protects nothing. */
export const samplePassword = 'kehu-sample'
