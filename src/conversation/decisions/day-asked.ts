import { yearOf } from '../../shared/days.js';
import type { Decision } from '../../content/types.js';
import type { Turn } from '../turn.js';
import type { Entity } from '../reading/entities/types.js';
import { cueDistance } from './mentions.js';
import { tellsOfAnotherMatter } from './other-matter.js';

type DateEntity = Extract<Entity, { kind: 'date' }>;

/** Whether something is another on that day, or was. */
const CHANGES = /\b(?:doi|thay doi|khac|ap dung|con giu|con ap|van vay|van the|nhu vay|luat moi|luat cu)\b/u;
const WHAT_IF = /\bthi (?:sao|rang|the nao|ntn|nhu the nao)\b|^(?:con|the|vay|rua|neu)\s/u;
const MAX_WORDS = 13;

/**
 * "Sang năm thì sao", "qua tháng 2 năm sau mới bán", "hồi 2024": the day for which the calculation in hand is asked about.
 * `undefined` where the date tells a fact of it (the day of a deed, from when something is owed), is none but today's, or
 * belongs to another matter.
 */
export function dayAsked(turn: Turn): DateEntity | undefined {
  const decision = inHand(turn);
  const date = decision === undefined ? undefined : dayNamed(turn);
  if (decision === undefined || date === undefined || tellsFact(turn, decision, date)) return undefined;
  return tellsOfAnotherMatter(turn, decision) ? undefined : date;
}

/** The one thing that a short message in the middle of a talk names is another day. */
export function dayNamed({ reading, state, today }: Turn): DateEntity | undefined {
  const { folded, entities } = reading;
  const [date, ...others] = entities;
  const isShort = folded.trim().split(/\s+/u).length <= MAX_WORDS;
  if (date?.kind !== 'date' || others.length > 0 || state.topic === undefined || !isShort) return undefined;
  if (state.waiting?.for === 'fact' || (date.from <= today && today <= date.to)) return undefined;
  const isAsked = CHANGES.test(folded) || WHAT_IF.test(folded) || reading.asks;
  const isFar = yearOf(date.to) !== yearOf(today) || CHANGES.test(folded);
  return isAsked && isFar ? date : undefined;
}

/** The decision that was answered last. */
export function inHand({ state, content }: Turn): Decision | undefined {
  return state.last?.kind === 'decision' ? content.decisions.get(state.last.decision) : undefined;
}

function tellsFact({ content, reading }: Turn, decision: Decision, date: DateEntity): boolean {
  const facts = decision.facts.flatMap(({ fact }) => content.facts.get(fact) ?? []);
  return facts.some(
    ({ kind, cues }) =>
      kind === 'days' ||
      (kind === 'date' && cueDistance(date, cues, reading.folded, reading.entities) !== undefined),
  );
}
