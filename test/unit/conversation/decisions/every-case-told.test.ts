import { expect } from 'chai';
import { choicesOf } from '../../../../src/content/decisions/engine/decide.js';
import { writtenMoney } from '../../../../src/content/decisions/engine/written.js';
import { shippedKnowledge } from './shipped-knowledge.js';
import type { Case, Decision, Fact, FactValue } from '../../../../src/content/decisions/types.js';
import { encodePayload } from '../../../../src/conversation/payloads.js';
import { Citizen } from '../../../support/citizen.js';

/** More questions than this would be an interview. */
const MAX_QUESTIONS = 6;

/**
 * Every case that staff wrote beside a decision, played through the chat: told by buttons, in words as the bot asks, in one
 * message, and with a wrong value first that is then corrected. Every fact must be read as the case has it, and what the
 * answer says must be what the case says; results and sums of these facts are checked beside it.
 */
describe('Every case of every decision, told in the chat', function () {
  this.timeout(600_000);
  let knowledge: Awaited<ReturnType<typeof shippedKnowledge>>;
  before(async () => void (knowledge = await shippedKnowledge()));

  const citizen = (one: Case): Citizen =>
    new Citizen(knowledge, { now: new Date(`${one.today ?? '2026-11-27'}T03:00:00Z`) });

  const press = (person: Citizen, decision: string, fact?: string, value?: FactValue): Promise<string> =>
    person.send({
      kind: 'button',
      text: '',
      payload: encodePayload(
        fact === undefined
          ? { kind: 'why', decision }
          : {
              kind: 'fact',
              decision,
              fact,
              ...(value === undefined ? {} : { value: JSON.stringify(value) }),
            },
      ),
    });

  const factOf = (id: string): Fact => {
    const fact = knowledge.content.facts.get(id);
    if (fact === undefined) throw new Error(`no fact ${id}`);
    return fact;
  };

  /** What the bot waits for now, of the case. */
  const waitedFor = (person: Citizen): string | undefined => {
    const waiting = person.state?.waiting;
    return waiting?.for === 'fact' ? waiting.fact : undefined;
  };

  async function played(decision: Decision, one: Case, how: string): Promise<string[]> {
    const person = citizen(one);
    await press(person, decision.id);
    if (how === 'in one message') await person.say(`${inOneMessage(one)} thì sao`);
    // A message that names another matter may open it; what it told is kept and must be right.
    const { last } = person.state ?? {};
    if (last?.kind !== 'decision' || last.decision !== decision.id) await press(person, decision.id);
    await answerAll(person, decision, one, how);
    await tellRest(person, decision, one);
    return faults(one, person).map((fault) => `${decision.id}, “${one.name}”, ${how}: ${fault}`);
  }

  function faults(one: Case, person: Citizen): string[] {
    const misread = Object.entries(one.facts).flatMap(([id, value]) => {
      const told = person.state?.facts?.[id]?.value;
      return told !== undefined && plain(told) === plain(value)
        ? []
        : [`${id} is ${JSON.stringify(told)}, not ${JSON.stringify(value)}`];
    });
    const unsaid = one.says.filter((words) => !person.screen().includes(words));
    const waiting = waitedFor(person);
    return [
      ...misread,
      ...unsaid.map((words) => `“${words}” is not in “${person.screen().slice(0, 300)}”`),
      ...(waiting === undefined ? [] : [`still asks for ${waiting}`]),
    ];
  }

  for (const how of ['by buttons', 'in words', 'in one message', 'corrected'] as const)
    it(`${how}, comes to the result beside the case`, async () => {
      const wrong: string[] = [];
      for (const decision of knowledge.content.decisions.values())
        for (const one of decision.cases) wrong.push(...(await played(decision, one, how)));
      expect(wrong.join('\n')).to.equal('');
    });

  const inOneMessage = ({ facts }: Case): string =>
    Object.entries(facts)
      .map(([id, value]) => clause(factOf(id), value))
      .join(', ');

  /** What is assumed, and what only adds a sum, is never asked: a button tells it. */
  async function tellRest(person: Citizen, decision: Decision, one: Case): Promise<void> {
    for (const [id, value] of Object.entries(one.facts)) {
      const told = person.state?.facts?.[id];
      if (told === undefined) await press(person, decision.id, id, value);
    }
  }

  async function answerAll(person: Citizen, decision: Decision, one: Case, how: string): Promise<void> {
    for (let asked = 0; asked < MAX_QUESTIONS; asked += 1) {
      const id = waitedFor(person);
      if (id === undefined) return;
      const value = one.facts[id];
      // Something else was understood first; the case's own facts are told below.
      if (value === undefined) return;
      if (how === 'by buttons') await press(person, decision.id, id, value);
      else if (how === 'in words') await person.say(inWords(factOf(id), value));
      else {
        const wrong = otherThan(factOf(id), value);
        if (wrong !== undefined) await press(person, decision.id, id, wrong);
        // Whatever the wrong value led to, the right one is told by the answer's own button.
        await press(person, decision.id, id, value);
      }
    }
  }
});

/** As a citizen answers the question: "1,3 tỷ", "35 ngày", "tháng 7/2026", "con dâu". */
function inWords(fact: Fact, value: FactValue): string {
  switch (value.kind) {
    case 'money':
      return value.amount === 0
        ? (fact.buttons.find((button) => plain(button.value) === 0)?.title ?? '0 đồng')
        : `${writtenMoney(value.amount)}${fact.period === 'year' ? ' một năm' : ''}`;
    case 'number':
      return `${value.value} ${fact.noun ?? fact.unit ?? ''}`.trim();
    case 'days':
      return `${value.value} ngày`;
    case 'date':
      return written(value);
    case 'choice':
      return fact.options.find(({ id }) => id === value.value)?.title ?? value.value;
  }
}

/** As it is told among other facts: with its name, and a choice in one of its wordings. */
function clause(fact: Fact, value: FactValue): string {
  if (value.kind === 'date') return `${fact.cues[0] ?? ''} ${inWords(fact, value)}`;
  if (value.kind !== 'choice') return `${fact.label} ${inWords(fact, value)}`;
  const option = fact.options.find(({ id }) => id === value.value);
  return option?.words[0] ?? option?.title ?? value.value;
}

function written({ from, to }: Extract<FactValue, { kind: 'date' }>): string {
  const [year = '', month = '', day = ''] = from.split('-');
  if (from === to) return `ngày ${Number(day)}/${Number(month)}/${year}`;
  return from.slice(0, 7) === to.slice(0, 7) ? `tháng ${Number(month)}/${year}` : `năm ${year}`;
}

/** Another value of the fact, as somebody might tell it by mistake. */
function otherThan(fact: Fact, value: FactValue): FactValue | undefined {
  return choicesOf(fact).find((choice) => plain(choice.value) !== plain(value))?.value;
}

function plain(value: FactValue): unknown {
  return value.kind === 'money' ? value.amount : value.kind === 'date' ? value.from + value.to : value.value;
}
