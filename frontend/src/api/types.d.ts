/** The words of the contract, as the screens use them. */
declare namespace Api {
  type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
  type Query = Record<string, string | string[] | number | boolean | undefined>
  type Ref = { id: string; name: string }
  type Code = { code: string; name: string }
  type Page<T> = { items: T[]; nextCursor?: string }
  type Author = { displayName: string }

  type ProblemBody = {
    status: number
    title?: string
    detail?: string
    code?: string
    violations?: { field: string; code: string; message: string }[]
    state?: string
    allowedActions?: string[]
    traceId?: string
  }

  type Programme = {
    name: string
    slogan: string
    phone?: string
    district?: Code
    timeZone: string
    languages: string[]
    features: string[]
  }
  type Area = { code: string; name: string; level: string; parent?: string; path: string[] }
  type AreaRef = { code: string; name: string; path?: string[] }
  type Category = Code & {
    field: Code
    slaDays: number
    children: (Code & { field?: Code; slaDays: number })[]
  }

  type Me = {
    id: string
    username: string
    displayName: string
    phone?: string
    roles: string[]
    areas: Code[]
    memberships: { partner: Ref; role: string }[]
    unread: number
    language: string
    homeArea?: AreaRef
  }
  type Notification = {
    id: string
    type: string
    text: string
    subject: { kind: string; id: string }
    at: string
    read: boolean
  }
  type Follow = { subject: { kind: string; id: string }; title: string; since: string }
  type Person = {
    id: string
    username: string
    displayName: string
    roles: string[]
    areas: Code[]
    memberships: { partner: Ref; role: string }[]
  }

  type PartnerRow = {
    id: string
    name: string
    kind: string
    intro?: string
    joinedOn: string
    areas: Code[]
    fields: Code[]
  }
  type Partner = PartnerRow & {
    state: string
    contactPhone?: string
    allowedActions: string[]
    claimsHeld: number
    projectsCompleted: number
  }
  type Member = { id: string; displayName: string; role: string }

  type TopicRow = {
    id: string
    title: string
    state: string
    outcome?: string
    area: AreaRef
    category: Code
    place?: string
    author: Author
    supportCount: number
    replyCount: number
    dueAt?: string
    overdue: boolean
    assignee?: Author
    createdAt: string
    updatedAt: string
  }
  type Reply = {
    id: string
    body?: string
    author: Author
    official: boolean
    parentId?: string
    createdAt: string
    editedAt?: string
    visibility: string
    hiddenReason?: string
    mine: boolean
    allowedActions: string[]
  }
  type Topic = TopicRow & {
    body: string
    visibility: string
    supportedByMe?: boolean
    officialReply?: Reply
    mergedInto?: string
    projects: { id: string; title: string; state: string }[]
    allowedActions: string[]
    following: boolean
    mine: boolean
    byPhone: boolean
    hiddenReason?: string
  }
  type TimelineItem = {
    at: string
    subject: { kind: string; id: string }
    action: string
    from?: string
    to?: string
    actor?: { displayName: string; role?: string }
    text?: string
  }

  type Need = {
    id?: string
    kind: string
    title: string
    quantity: string
    unit?: string
    filled?: string
  }
  type ProjectRow = {
    id: string
    title: string
    summary?: string
    state: string
    field: Code
    area: AreaRef
    category?: Code
    claimMode: string
    claimPolicy: string
    slots: number
    slotsLeft: number
    waitlistLength: number
    holders: { partner: Ref; claimId: string; since: string }[]
    dueDate?: string
    createdAt: string
    updatedAt?: string
  }
  type Outcome = { numbers: { measure: string; value: string; unit?: string }[]; story: string }
  type Project = ProjectRow & {
    description?: string
    beginWithinDays?: number
    estimatedCost?: { amount: string; currency: string }
    needs: Need[]
    topics: Ref[]
    participants: { name: string; label: string }[]
    outcome?: Outcome
    endReason?: { code?: string; text?: string }
    allowedActions: string[]
    following: boolean
    overdue: boolean
    evaluable: boolean
    evaluatedByMe: boolean
  }
  type Claim = {
    id: string
    project: { id: string; title: string; state: string }
    partner: Ref
    state: string
    position?: number
    beginBy?: string
    dueDate?: string
    message?: string
    allowedActions: string[]
    createdAt: string
  }
  type Progress = {
    id: string
    text: string
    authorName: string
    partner?: Ref
    occurredOn: string
    createdAt: string
  }
  type Evaluation = {
    id: string
    rating: number
    comment?: string
    author: Author
    createdAt: string
    concerned?: boolean
  }
  type Evaluations = {
    count: number
    average?: string | number
    concernedCount: number
    concernedAverage?: string | number
    items: Evaluation[]
    nextCursor?: string
  }

  interface Answers {
    '/programme': Programme
    '/areas': Page<Area>
    '/areas/{code}': Area
    '/categories': { items: Category[] }
    '/fields': { items: Code[] }
    '/me': Me
    '/me/notifications': Page<Notification>
    '/me/follows': Page<Follow>
    '/people': Page<Person>
    '/partners': Page<PartnerRow>
    '/partners/{id}': Partner
    '/partners/{id}/members': Page<Member>
    '/topics': Page<TopicRow>
    '/topics/{id}': Topic
    '/topics/{id}/replies': Page<Reply>
    '/topics/{id}/replies/{reply}': Reply
    '/topics/{id}/timeline': Page<TimelineItem>
    '/projects': Page<ProjectRow>
    '/projects/{id}': Project
    '/projects/{id}/claims': Page<Claim>
    '/projects/{id}/progress': Page<Progress>
    '/projects/{id}/timeline': Page<TimelineItem>
    '/claims': Page<Claim>
    '/evaluations': Evaluations
  }
  type ReadPath = keyof Answers
  type Answer<P extends ReadPath> = Answers[P]
  type ListPath = { [P in ReadPath]: Answers[P] extends Page<any> ? P : never }[ReadPath]
  type Row<P extends ListPath> = Answers[P] extends Page<infer T> ? T : never
}
