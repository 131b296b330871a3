import { writtenDate } from '../../../shared/days.js';
import { writtenFacts } from '../../../content/decisions/describe.js';
import { findPlaces } from '../../../content/places.js';
import type { Content } from '../../../content/types.js';
import type { AnsweredPart } from '../../../conversation/message-parts.js';
import type { Entity } from '../../../conversation/reading/entities/types.js';
import type { ConversationState, OpenGuide, Waiting } from '../../../conversation/types.js';
import { maskedNames } from '../../../privacy/mask-text.js';
import {
  ACT_LABELS,
  ASPECT_LABELS,
  CONSENT_LABELS,
  PERIOD_LABELS,
  referenceLabel,
  WAITING_LABELS,
} from './trial-labels.js';

export interface Row {
  label: string;
  values: string[];
}

/** Less likely acts decide nothing that an officer needs to know of. */
const MIN_ACT = 0.2;
const GROUPED = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
const PERCENT = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 0 });

export const wholePercent = (share: number): string => PERCENT.format(share);

const rows = (...all: [label: string, values: (string | undefined)[]][]): Row[] =>
  all.flatMap(([label, values]) => {
    const said = values.flatMap((value) => value ?? []);
    return said.length === 0 ? [] : [{ label, values: said }];
  });

const procedureName = (content: Content, id: string): string => content.procedures.get(id)?.name ?? id;

/** What was read in a message. */
export function readRows({ turn, weighed }: AnsweredPart, content: Content): Row[] {
  const { reading, event } = turn;
  const acts = reading.acts.filter(({ chance }) => chance >= MIN_ACT).slice(0, 3);
  const places = findPlaces(content.offices, reading.said);
  const facts = Object.fromEntries(weighed.told.facts.map(({ fact, value }) => [fact, value]));
  const written = writtenFacts(facts, content);
  return rows(
    ['Người dân', acts.map(({ act, chance }) => `${ACT_LABELS[act]} (${wholePercent(chance)})`)],
    ['Hỏi về', reading.questionType === undefined ? [] : [ASPECT_LABELS[reading.questionType]]],
    ['Dữ kiện', written === '' ? [] : written.split('; ')],
    ['Con số, ngày', reading.entities.map(entityLabel)],
    ['Nơi', places.slice(0, 3).map(({ unit, name }) => `${unit} ${name}`)],
    ['Nhắc tới', reading.reference === undefined ? [] : [referenceLabel(reading.reference)]],
    ['Mạch chuyện', reading.followsUp ? ['nói tiếp chuyện đang nói'] : []],
    ['Tiếng', reading.match.language === 'en' ? ['tiếng Anh'] : []],
    ['Đã che', maskedNames(event.masked ?? [])],
  );
}

function entityLabel(entity: Entity): string {
  const per = 'period' in entity ? ` mỗi ${PERIOD_LABELS[entity.period]}` : '';
  switch (entity.kind) {
    case 'money':
      return `${GROUPED.format(entity.amount)} đồng${per}`;
    case 'count':
      return `${entity.value} ${entity.of}${per}`;
    case 'percent':
      return `${String(entity.value).replace('.', ',')}%`;
    case 'duration':
      return `${entity.value} ${PERIOD_LABELS[entity.unit]}`;
    case 'date':
      return entity.from === entity.to
        ? writtenDate(entity.from)
        : `${writtenDate(entity.from)} – ${writtenDate(entity.to)}`;
    case 'number':
      return `số ${entity.value}`;
  }
}

/** What is remembered after a message. */
export function rememberedRows(state: ConversationState | null, content: Content): Row[] {
  if (state === null) return [{ label: 'Dữ liệu', values: ['đã xoá hết theo ý người dân'] }];
  const { topic, topics = [], guide, facts = {}, place, waiting, request, declined = 0, consent } = state;
  const values = Object.fromEntries(Object.entries(facts).map(([id, { value }]) => [id, value]));
  const written = writtenFacts(values, content);
  const earlier = topics.filter((one) => one !== topic);
  const name = (id: string) => procedureName(content, id);
  return rows(
    ['Việc đang nói', topic === undefined ? [] : [name(topic)]],
    ['Nói trước đó', earlier.map(name)],
    ['Hướng dẫn đang mở', guide === undefined ? [] : [guideLabel(guide, name(guide.procedure))]],
    ['Dữ kiện đã kể', written === '' ? [] : written.split('; ')],
    ['Nơi', [place?.name]],
    ['Đang chờ người dân', waiting === undefined ? [] : [waitingLabel(waiting, content)]],
    ['Yêu cầu', request === undefined ? [] : [`${request.code}, chờ cán bộ (thử, không ai nhận)`]],
    ['Lừa đảo', state.danger === true ? ['đã nói tới: các tin sau được đọc với điều ấy trong đầu'] : []],
    ['Chưa hiểu', declined > 0 ? [`${declined} tin liền nhau`] : []],
    ['Trợ lý', state.stopped ? ['đang tắt theo ý người dân'] : []],
    ['Lưu tin nhắn', [CONSENT_LABELS[consent.choice]]],
  );
}

function guideLabel({ part, step }: OpenGuide, name: string): string {
  if (part === 'steps') return `${name}, bước ${step + 1}`;
  return part === 'overview' ? name : `${name}, phần ${ASPECT_LABELS[part]}`;
}

function waitingLabel(waiting: Waiting, content: Content): string {
  const fact = waiting.for === 'fact' ? content.facts.get(waiting.fact) : undefined;
  return fact === undefined ? WAITING_LABELS[waiting.for] : `cho biết ${fact.label}`;
}
