import {
  Ban,
  BellRing,
  CircleCheck,
  CircleQuestionMark,
  CirclePause,
  CircleX,
  Download,
  Eye,
  EyeOff,
  Flag,
  Megaphone,
  Merge,
  MessageSquareWarning,
  PackageCheck,
  Play,
  RotateCcw,
  Send,
  Split,
  Undo2,
  UserCheck,
} from '@lucide/vue'

/**
 * @typedef {{name: string, label?: string, kind: 'text' | 'date' | 'outcome' | 'area' | 'person' | 'result' | 'holder' | 'partner' | 'topic' | 'cause', required?: boolean}} StepField
 * @typedef {{icon: import('@lucide/vue').LucideIcon, kind?: 'primary' | 'danger', fields?: StepField[], ask?: boolean}} Step
 * @typedef {'topic' | 'project' | 'claim' | 'person' | 'call' | 'application' | 'capability' | 'partner' | 'import' | 'appeal' | 'report' | 'reassignment' | 'invitation' | 'meeting'} StepKind
 * `ask`: nothing to fill in, but what will happen, and to whom, is said first.
 */

/**
 * A field that has something to fetch before its form is sent gives it here: what to do first, and what to forget after.
 * @type {import('vue').InjectionKey<(field: {ready: () => Promise<void>, forget: () => void}) => void>}
 */
export const BEFORE_SENDING = Symbol('before sending')

/** @type {StepField} */
const REASON = { name: 'reason', kind: 'text', required: true }
/** @type {StepField} */
const TEXT = { name: 'text', kind: 'text' }
/** @type {StepField} */
const CAUSE = { name: 'cause', kind: 'cause' }
/** @type {StepField} */
const HOLDER = { name: 'partnerId', kind: 'holder' }

/**
 * What each step looks like and what it asks for. Whether it may be taken, the API says in `allowedActions`.
 * @type {Record<StepKind, Record<string, Step>>}
 */
export const STEPS = {
  topic: {
    accept: { icon: Flag, kind: 'primary', fields: [{ name: 'dueDate', kind: 'date' }, TEXT] },
    start: { icon: Play, kind: 'primary' },
    resolve: {
      icon: CircleCheck,
      kind: 'primary',
      fields: [
        { name: 'outcome', kind: 'outcome', required: true },
        { ...TEXT, required: true },
      ],
    },
    confirm: { icon: CircleCheck, kind: 'primary' },
    reopen: { icon: RotateCcw, fields: [{ ...TEXT, required: true }] },
    assign: { icon: UserCheck, fields: [{ name: 'personId', kind: 'person', required: true }] },
    ask: { icon: CircleQuestionMark, fields: [{ name: 'question', kind: 'text', required: true }] },
    answer: { icon: Send, kind: 'primary', fields: [{ ...TEXT, label: 'answer', required: true }] },
    resume: { icon: Play, fields: [TEXT] },
    urge: { icon: BellRing, kind: 'primary', fields: [TEXT] },
    appeal: { icon: RotateCcw, fields: [{ ...TEXT, label: 'appeal', required: true }] },
    supervise: {
      icon: Megaphone,
      fields: [
        { name: 'dueDate', kind: 'date', required: true },
        { ...TEXT, required: true },
      ],
    },
    transfer: { icon: Send, fields: [{ name: 'areaCode', kind: 'area', required: true }, REASON] },
    'send-back': { icon: Undo2, fields: [REASON] },
    merge: { icon: Merge, fields: [{ name: 'intoId', kind: 'topic', required: true }] },
    unmerge: { icon: Split, ask: true },
    decline: { icon: CircleX, kind: 'danger', fields: [REASON] },
    withdraw: { icon: Ban, kind: 'danger', ask: true },
    hide: { icon: EyeOff, kind: 'danger', fields: [REASON, CAUSE] },
    restore: { icon: Eye },
  },
  project: {
    publish: { icon: Send, kind: 'primary', ask: true },
    begin: { icon: Play, kind: 'primary', fields: [HOLDER] },
    'report-completion': {
      icon: PackageCheck,
      kind: 'primary',
      fields: [HOLDER, { name: 'outcome', kind: 'result', required: true }],
    },
    accept: { icon: CircleCheck, kind: 'primary', ask: true },
    'send-back': { icon: Undo2, fields: [REASON] },
    pause: { icon: CirclePause, fields: [REASON] },
    resume: { icon: Play, kind: 'primary' },
    close: { icon: CircleCheck, ask: true },
    cancel: { icon: Ban, kind: 'danger', fields: [REASON] },
  },
  claim: {
    confirm: { icon: CircleCheck, kind: 'primary', ask: true },
    reject: { icon: CircleX, kind: 'danger', fields: [REASON] },
    withdraw: { icon: Ban, kind: 'danger', fields: [REASON] },
  },
  meeting: {
    start: { icon: Play, kind: 'primary' },
    close: { icon: CircleCheck, ask: true },
    cancel: { icon: Ban, kind: 'danger', fields: [REASON] },
  },
  reassignment: {
    agree: { icon: CircleCheck, kind: 'primary', ask: true },
    decline: { icon: CircleX, fields: [REASON] },
    withdraw: { icon: Ban, kind: 'danger', fields: [REASON] },
  },
  invitation: {
    accept: { icon: CircleCheck, kind: 'primary', fields: [TEXT] },
    decline: { icon: CircleX, fields: [REASON] },
    withdraw: { icon: Ban, kind: 'danger', fields: [REASON] },
  },
  call: {
    publish: { icon: Send, kind: 'primary', ask: true },
    close: { icon: CircleX, kind: 'danger', ask: true },
  },
  application: {
    'start-review': { icon: Eye, kind: 'primary' },
    approve: { icon: CircleCheck, kind: 'primary', ask: true },
    return: { icon: Undo2, fields: [REASON] },
    reject: { icon: CircleX, kind: 'danger', fields: [REASON] },
    appeal: { icon: RotateCcw, fields: [{ ...TEXT, required: true }] },
    withdraw: { icon: Ban, kind: 'danger', ask: true },
  },
  capability: {
    pause: { icon: CirclePause },
    resume: { icon: Play },
    retire: { icon: Ban, kind: 'danger', ask: true },
  },
  partner: {
    renew: { icon: RotateCcw, ask: true },
    reinstate: { icon: Play, kind: 'primary' },
    suspend: { icon: CirclePause, fields: [REASON] },
    merge: { icon: Merge, fields: [{ name: 'intoId', kind: 'partner', required: true }] },
    leave: { icon: Ban, kind: 'danger', fields: [REASON] },
  },
  appeal: {
    uphold: { icon: CircleCheck, kind: 'primary', fields: [REASON] },
    dismiss: { icon: CircleX, fields: [REASON] },
  },
  report: {
    make: { icon: MessageSquareWarning, fields: [{ ...CAUSE, required: true }, TEXT] },
    uphold: { icon: EyeOff, kind: 'danger', fields: [REASON, CAUSE] },
    dismiss: { icon: CircleCheck, fields: [REASON] },
  },
  import: {
    commit: { icon: Download, kind: 'primary', ask: true },
    undo: { icon: Undo2, kind: 'danger', ask: true },
  },
  person: {
    disable: { icon: Ban, kind: 'danger', fields: [{ ...REASON, label: 'why' }] },
    enable: { icon: RotateCcw, fields: [TEXT] },
    'hand-over': {
      icon: Send,
      fields: [{ name: 'toPersonId', label: 'personId', kind: 'person', required: true }],
    },
  },
}
