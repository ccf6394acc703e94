/** Notifications: what the shop writes to its customers, and when. Each mail goes out once. */
export { errors } from './errors.ts'
export { listeners } from './listeners.ts'
export { routes } from './routes.ts'
export type { SandboxMailbox } from './sandbox-mailbox.ts'
export { type Message, resendMessage, sendMessage } from './send-message.ts'
