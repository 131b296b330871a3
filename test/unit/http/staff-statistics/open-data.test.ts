import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import express from 'express';
import { readConfig } from '../../../../src/config.js';
import { openDataRoutes } from '../../../../src/http/open-data.js';
import type { ExampleExchange } from '../../../../src/statistics/metrics/example.js';
import { openDataOf, type OpenData } from '../../../../src/statistics/open-data.js';
import { createStatistics } from '../../../../src/statistics/statistics.js';
import { SAMPLE_CONTENT } from '../../../support/sample-content.js';
import { NOW, stageOf, type Stage } from './stage.js';

const clock = { now: () => NOW };
const asked = (month: string, count: number, procedure: string) =>
  Array.from({ length: count }, (_, who): ExampleExchange => ({
    who,
    at: `${month}-10 09:00`,
    outcome: 'answered_procedure',
    procedure,
    entryPoint: 'typed',
    text: 'câu của người dân',
  }));

describe('The open data edition of the statistics', () => {
  let stage: Stage;
  let server: Server;
  let address: string;
  beforeEach(async () => {
    stage = await stageOf();
    await stage.record([
      ...asked('2026-09', 8, 'hoan-thue'),
      ...asked('2026-10', 9, 'hoan-thue'),
      ...asked('2026-10', 3, 'mon-bai'),
      ...asked('2026-11', 7, 'hoan-thue'),
    ]);
    const statistics = createStatistics(stage.stores.collections, () => SAMPLE_CONTENT, clock);
    const source = openDataOf(statistics, { publisher: () => 'Thuế thử', licence: 'CC BY 4.0' }, clock);
    server = express().use('/du-lieu-mo', openDataRoutes(source)).listen(0);
    address = `http://localhost:${(server.address() as AddressInfo).port}/du-lieu-mo`;
  });
  afterEach(async () => {
    server.close();
    await stage.close();
  });

  const read = async () => (await (await fetch(`${address}/thong-ke.json`)).json()) as OpenData;

  it('holds whole months, newest first, with publisher, licence and definitions', async () => {
    const data = await read();
    expect(data.months.map(({ month }) => month)).to.deep.equal(['2026-10', '2026-09']);
    expect(data).to.include({ publisher: 'Thuế thử', licence: 'CC BY 4.0', demo: false });
    expect(data.definitions.map(({ id }) => id)).to.include('not_understood');
  });

  it('hides small counts and has nothing that citizens wrote', async () => {
    const text = JSON.stringify(await read());
    expect(text).to.not.contain('câu của người dân');
    const { months } = await read();
    const counts = months.flatMap(({ tables }) =>
      tables.flatMap(({ rows, columns }) =>
        rows.flatMap(({ kind, cells }) => cells.filter((_, at) => (kind ?? columns[at]?.kind) === 'count')),
      ),
    );
    expect(counts.filter((count) => count !== null && count > 0 && count < 5)).to.deep.equal([]);
    const procedures = months[0]?.tables.find(({ id }) => id === 'by_procedure')?.rows.map(({ key }) => key);
    expect(procedures).to.deep.equal(['hoan-thue']);
  });

  it('tells in CSV, in every line, month, source and licence', async () => {
    const answer = await fetch(`${address}/thong-ke.csv`);
    expect(answer.headers.get('Access-Control-Allow-Origin')).to.equal('*');
    const [head, ...lines] = (await answer.text()).trim().split('\r\n');
    expect(head).to.contain('Tháng,Bảng');
    expect(lines.length).to.be.greaterThan(20);
    for (const line of lines) expect(line).to.match(/^2026-(?:09|10),.*,Thuế thử,CC BY 4\.0$/);
    const told = lines.find(
      (line) => line.startsWith('2026-10,headline,') && line.includes(',conversations,'),
    );
    expect(told).to.contain(',count,9,');
  });

  it('is off until the office names a licence', () => {
    expect(readConfig({}).openDataLicence).to.equal(undefined);
    expect(readConfig({ OPEN_DATA_LICENCE: 'CC BY 4.0' }).openDataLicence).to.equal('CC BY 4.0');
  });
});
