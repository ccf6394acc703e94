/** A mailbox of the shop's own that takes every mail: there while a shop is tried out, never in production. */
export type SandboxMailbox = {
  /** Newest first. */
  listMails(): {
    id: string
    receivedAt: string
    from: { name: string; address: string }
    recipients: string[]
    subject: string
  }[]
  readMail(id: string): Promise<
    | {
        id: string
        from: { name: string; address: string }
        to: { name: string; address: string }[]
        subject: string
        date: string
        html?: string
        text?: string
      }
    | undefined
  >
}

declare module '../../platform/context.ts' {
  interface Providers {
    sandboxMailbox?: SandboxMailbox
  }
}
