import type { Stores } from '../../../src/records/stores.js';
import { embeddedPlace, mongoPlace, type Place } from '../records/engines.js';
import { countingContract } from './counting.contract.js';
import { examplesContract } from './examples.contract.js';
import { recountContract } from './recount.contract.js';

/** What managers may expect of the numbers, whichever engine is behind them. */
function statisticsContract(newPlace: () => Promise<Place>): void {
  let place: Place;
  let opened: Stores;
  const stores = () => opened;

  beforeEach(async () => {
    place = await newPlace();
    opened = await place.open();
  });
  afterEach(async () => {
    await opened.close();
    await place.clear();
  });

  examplesContract(stores);
  countingContract(stores);
  recountContract(stores);
}

describe('statistics on the embedded engine', () => {
  statisticsContract(embeddedPlace);
});

const uri = process.env['MONGODB_URI'];

if (uri === undefined) {
  describe('statistics on MongoDB (MONGODB_URI not set)', () => {
    it('is skipped', function () {
      this.skip();
    });
  });
} else {
  describe('statistics on MongoDB', () => {
    statisticsContract(() => Promise.resolve(mongoPlace(uri)));
  });
}
