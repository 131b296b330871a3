import { writtenMoment } from '../shared/days.js';
import type { DialogueAct } from '../content/types.js';
import { contactsFor } from './actions/contacts.js';
import { proposeActs } from './candidates/acts.js';
import { proposeAwaited } from './candidates/awaited.js';
import type { Candidate } from './candidates/candidate.js';
import { commandIn, proposeCommands } from './candidates/commands.js';
import { isDanger } from './danger.js';
import { decideAnswer } from './decide-answer.js';
import { answerPressed } from './pressed.js';
import { personChoice, text } from './replies.js';
import type { ServiceSwitch } from './service-switch.js';
import { answered, type Answered, type Turn } from './turn.js';
import type { Reply } from './types.js';
import { finish } from './wording/finish.js';
import { say } from './wording/say.js';

/** What is served whatever the switch says, and what besides while only requests for a person are taken. */
interface Served {
  buttons: readonly string[];
  commands: readonly string[];
  acts: readonly DialogueAct[];
  awaited: readonly string[];
}

const RIGHTS: Served = {
  buttons: ['delete_data', 'privacy', 'consent', 'talk'],
  commands: [
    'xoá dữ liệu của tôi',
    'bản sao dữ liệu của tôi',
    'sửa dữ liệu của tôi',
    'quyền riêng tư',
    'không đồng ý',
    'dừng',
  ],
  acts: ['danger', 'delete_data', 'stop'],
  awaited: ['deletion'],
};

const PERSON: Served = {
  buttons: [...RIGHTS.buttons, 'person'],
  commands: [...RIGHTS.commands, 'gặp cán bộ'],
  acts: [...RIGHTS.acts, 'person', 'request_status', 'how_long_wait', 'cancel_request'],
  awaited: [...RIGHTS.awaited, 'talk'],
};

const SURE = 0.6;

/** The whole answer while the bot is off or takes only requests for a person; `null`: it answers as always. */
export async function answerSwitched(turn: Turn, service: ServiceSwitch | null): Promise<Answered | null> {
  if (service === null || service.mode === 'notice') return null;
  const served = await stillServed(turn, service.mode === 'off' ? RIGHTS : PERSON);
  if (served !== null) return finish(turn, served);
  if (service.mode === 'off' && isTold(turn, service)) return answered('ignored_switched_off', []);
  remember(turn, service);
  const words = text(wordsFor(turn, service), service.mode === 'off' ? [] : [personChoice(turn)]);
  const answer = answered('declined_switched_off', [words]);
  // Who is told nothing but that is asked nothing either; the notice comes with the first answer.
  return service.mode === 'off' ? answer : finish(turn, answer);
}

/** The office's line before the first answer of a day. */
export function withServiceNotice(turn: Turn, service: ServiceSwitch | null, replies: Reply[]): Reply[] {
  const notice = service?.mode === 'notice' ? service.notice : undefined;
  if (service === null || notice === undefined || replies.length === 0 || turn.state.stopped) return replies;
  if (isTold(turn, service)) return replies;
  remember(turn, service);
  return [text(say(turn, 'service_notice', { notice })), ...replies];
}

async function stillServed(turn: Turn, served: Served): Promise<Answered | null> {
  const { payload, reading, state } = turn;
  if (payload !== null && payload.kind !== 'say')
    return served.buttons.includes(payload.kind) ? answerPressed(turn) : null;
  if (isDanger(turn)) return decideAnswer(turn);
  const command = commandIn(reading.said);
  const candidates: Candidate[] = [
    ...(command !== undefined && served.commands.includes(command) ? proposeCommands(turn) : []),
    ...(served.awaited.includes(state.waiting?.for ?? '') ? proposeAwaited(turn) : []),
    ...proposeActs(turn).filter(({ about }) => served.acts.some((act) => act === actOf(turn, about))),
  ];
  const found = candidates.find(({ score }) => score >= SURE);
  if (found === undefined) return null;
  if (found.kind !== 'awaited') delete state.waiting;
  return found.answer();
}

function actOf({ content }: Turn, id: string): DialogueAct | undefined {
  return content.dialogueActs.find((one) => one.id === id)?.act;
}

/** Once in a conversation for what was set, and again on another day. */
function isTold({ state: { switchTold }, today }: Turn, { since }: ServiceSwitch): boolean {
  return switchTold?.day === today && switchTold.since.getTime() === since.getTime();
}

function remember(turn: Turn, { since }: ServiceSwitch): void {
  turn.state.switchTold = { since, day: turn.today };
}

function wordsFor(turn: Turn, { mode, until, notice }: ServiceSwitch): string {
  const key = mode === 'off' ? 'switched_off' : 'person_only';
  const first =
    until === undefined ? say(turn, key) : say(turn, `${key}_until`, { until: writtenMoment(until) });
  const contacts = contactsFor(turn, 'person').map(({ name, value }) => `• ${name}: ${value}`);
  return [
    first,
    ...(notice === undefined ? [] : [notice]),
    ...(contacts.length === 0 ? [] : [say(turn, 'switched_contacts'), ...contacts]),
  ].join('\n');
}
