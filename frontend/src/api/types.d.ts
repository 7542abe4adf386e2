import type { components, paths } from './schema'

type Schemas = components['schemas']
type Base = '/api/v1'
type Json<T> = T extends { content: { 'application/json': infer B } } ? B : never
type Patch<T> = T extends { content: { 'application/merge-patch+json': infer B } } ? B : never
type Got<O> = O extends { responses: infer R }
  ? R extends { 200: infer T }
    ? Json<T>
    : R extends { 201: infer T }
      ? Json<T>
      : undefined
  : never
type Below<P, M extends string> = P extends `${Base}${infer Rest}`
  ? P extends keyof paths
    ? paths[P] extends { [K in M]: { responses: object } }
      ? Rest
      : never
    : never
  : never
type Operation<P extends string, M extends string> = `${Base}${P}` extends infer Q
  ? Q extends keyof paths
    ? M extends keyof paths[Q]
      ? paths[Q][M]
      : never
    : never
  : never
type Sent<O> = O extends { requestBody?: infer B }
  ? Json<NonNullable<B>> | Patch<NonNullable<B>>
  : never
type Steps<C extends string> = Extract<Below<keyof paths, 'post'>, `${C}/{${string}}/${string}`>

declare global {
  interface Window {
    /** What `public/early.js` has asked already. */
    hehuoFirst?: { url: string; language: string; answer: Promise<Response> }
  }

  /** The words of the contract, as the screens use them. */
  namespace Api {
    type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
    type Query = Record<string, string | string[] | number | boolean | undefined>
    type Page<T> = { items: T[]; nextCursor?: string }

    type PathOf<M extends Method> = Below<keyof paths, M>
    type Answer<P extends string, M extends Method = 'get'> = Got<Operation<P, M>>
    /** What a path takes; nothing at all may be left out where it takes nothing. */
    type Input<P extends string, M extends Method> = [Sent<Operation<P, M>>] extends [never]
      ? Record<string, never>
      : Sent<Operation<P, M>>
    /** What the steps of a thing's life take, whichever it is: their names come from the API, at run time. */
    type StepInput<C extends Collection = Collection> = {
      [P in Steps<C>]: Input<P, 'post'>
    }[Steps<C>]
    type Collection =
      | '/topics'
      | '/projects'
      | '/claims'
      | '/people'
      | '/calls'
      | '/partner-applications'
      | '/partners/{id}/capabilities'
      | '/partners'
      | '/partner-imports'
      | '/appeals'
      | '/reassignments'
      | '/invitations'
      | '/meetings'
      | '/moderation/reports'
    /** A merge patch: what is left out stays, what is null goes. */
    type Changes<P extends string> = {
      [K in keyof Input<P, 'patch'>]?: Input<P, 'patch'>[K] | null
    }
    type ReadPath = PathOf<'get'>
    type ListPath = { [P in ReadPath]: Answer<P> extends Page<any> ? P : never }[ReadPath]
    type Row<P extends ListPath> = Answer<P> extends Page<infer T> ? T : never

    type ProblemBody = Schemas['Problem']
    type Ref = Schemas['IdRef']
    type Code = Schemas['CodeRef']
    type Area = Schemas['Area']
    type Quote = Schemas['ReplyQuote']
    type Me = Schemas['Me']
    type Person = Schemas['Person']
    type Member = Schemas['Member']
    type Inbox = Schemas['Inbox']
    type Appeal = Schemas['Appeal']
    type Reassignment = Schemas['Reassignment']
    type Invitation = Schemas['Invitation']
    type Match = Schemas['Match']
    type Meeting = Schemas['Meeting']
    type MeetingRow = Schemas['MeetingRow']
    type MeetingBoard = Schemas['MeetingBoard']
    type OpenNeeds = Schemas['OpenNeeds']
    type MeetingBoardChange = Schemas['MeetingBoardChange']
    type Report = Schemas['Report']
    type AuditItem = Schemas['AuditItem']
    type Notification = Schemas['Notification']
    type Capability = Schemas['Capability']
    type PartnerGrowth = Schemas['PartnerGrowth']
    type PartnerImport = Schemas['PartnerImport']
    type PartnerImportRow = Schemas['PartnerImportRow']
    type PartnerImportFinding = Schemas['PartnerImportFinding']
    type PartnerImportField = Schemas['PartnerImportField']
    type PartnerRow = Schemas['PartnerRow']
    type PartnerKind = Schemas['PartnerKind']
    type PartnerLevel = Schemas['PartnerLevel']
    type Partner = Schemas['Partner']
    type Call = Schemas['Call']
    type CallRow = Schemas['CallRow']
    type CapabilityKind = Schemas['CapabilityKind']
    type PartnerApplication = Schemas['PartnerApplication']
    type PartnerApplicationRow = Schemas['PartnerApplicationRow']
    type NewPartnerApplication = Schemas['NewPartnerApplication']
    type TopicRow = Schemas['TopicRow']
    type Position = Schemas['Position']
    type ProgrammeMap = Schemas['ProgrammeMap']
    type Topic = Schemas['Topic']
    type Reply = Schemas['Reply']
    type Photo = Schemas['Photo']
    type TimelineItem = Schemas['TimelineItem']
    type Need = Schemas['Need']
    type NeedKind = Schemas['NeedKind']
    type ProjectRow = Schemas['ProjectRow']
    type Project = Schemas['Project']
    type NewProject = Schemas['NewProject']
    type Outcome = Schemas['Outcome']
    type Story = Schemas['Story']
    type NewOutcome = Schemas['NewOutcome']
    type Claim = Schemas['Claim']
    type Evaluation = Schemas['Evaluation']
    type Evaluations = Schemas['Evaluations']
  }
}
