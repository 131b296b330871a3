import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { silentLogger } from '../../../src/shared/logger.js';
import { createStores, type StoreOptions, type Stores } from '../../../src/records/stores.js';

/** A place for one test's data, which several processes' stores may be opened on. */
interface Place {
  open(): Promise<Stores>;
  clear(): Promise<void>;
}

export const NOW = new Date('2026-11-24T02:00:00Z');

export type EmbeddedPlace = Place & { directory: string };

export async function embeddedPlace(options: Partial<StoreOptions> = {}): Promise<EmbeddedPlace> {
  const directory = await mkdtemp(join(tmpdir(), 'records-'));
  const settings = { dataDir: directory, logger: silentLogger, clock: { now: () => NOW }, ...options };
  return {
    directory,
    open: () => createStores(settings),
    clear: () => rm(directory, { recursive: true, force: true }),
  };
}

/** A database of its own on the server that MONGODB_URI names. */
function mongoPlace(uri: string): Place {
  const url = new URL(uri);
  url.pathname = `/records-${randomUUID()}`;
  return {
    open: () =>
      createStores({
        mongodbUri: url.href,
        dataDir: '',
        logger: silentLogger,
        clock: { now: () => NOW },
      }),
    clear: () => Promise.resolve(),
  };
}

/** A store for each test, and its place where other processes may open it too. */
export type StorageContract = (stores: () => Stores, sharedPlace?: () => Place) => void;

/** Holds a contract against the embedded engine, and against MongoDB where MONGODB_URI names a server. */
export function onBothEngines(what: string, contract: StorageContract): void {
  describe(`${what} on the embedded engine`, () => {
    openedFor(
      () => embeddedPlace(),
      (stores) => contract(stores),
    );
  });
  const uri = process.env['MONGODB_URI'];
  if (uri === undefined) {
    describe(`${what} on MongoDB (MONGODB_URI not set)`, () => {
      it('is skipped', function () {
        this.skip();
      });
    });
    return;
  }
  describe(`${what} on MongoDB`, () => {
    openedFor(() => Promise.resolve(mongoPlace(uri)), contract);
  });
}

function openedFor(
  newPlace: () => Promise<Place>,
  contract: (stores: () => Stores, place: () => Place) => void,
): void {
  let place: Place;
  let opened: Stores;
  beforeEach(async () => {
    place = await newPlace();
    opened = await place.open();
  });
  afterEach(async () => {
    await opened.close();
    await place.clear();
  });
  contract(
    () => opened,
    () => place,
  );
}
