import { embeddedPlace, mongoPlace, type Place } from './engines.js';
import type { Stores } from '../../../src/records/stores.js';
import { inboxContract } from './inbox.contract.js';
import { conversationsContract } from './conversations.contract.js';
import { deletionContract } from './deletion.contract.js';
import {
  bookingsContract,
  contentVersionsContract,
  requestsContract,
  webRepliesContract,
} from './people.contract.js';
import { reviewContract } from './review.contract.js';
import { staffContract } from './staff.contract.js';
import { retentionContract } from './retention.contract.js';
import { twoProcessesContract } from './two-processes.contract.js';

/** Everything that the rest of the product may expect of storage, whichever engine is behind it. */
function storageContract(newPlace: () => Promise<Place>, shared: boolean): void {
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

  inboxContract(stores);
  conversationsContract(stores);
  deletionContract(stores);
  requestsContract(stores);
  bookingsContract(stores);
  webRepliesContract(stores);
  contentVersionsContract(stores);
  reviewContract(stores);
  retentionContract(stores);
  staffContract(stores);
  if (shared) twoProcessesContract(stores, () => place.open());
}

describe('storage contract on the embedded engine', () => {
  storageContract(embeddedPlace, false);
});

const uri = process.env['MONGODB_URI'];

if (uri === undefined) {
  describe('storage contract on MongoDB (MONGODB_URI not set)', () => {
    it('is skipped', function () {
      this.skip();
    });
  });
} else {
  describe('storage contract on MongoDB', () => {
    storageContract(() => Promise.resolve(mongoPlace(uri)), true);
  });
}
