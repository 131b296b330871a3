// For mongosh, in compose.yaml: the replica set and the user of the bot, who may read and write its own database alone.
/* global Mongo, sleep, print, quit */
const { readFileSync } = require('node:fs');

const secret = (name) => readFileSync(`/run/secrets/${name}`, 'utf8').trim();
const root = encodeURIComponent(secret('mongo-root'));
const connection = new Mongo(`mongodb://root:${root}@mongo:27017/?authSource=admin&directConnection=true`);
const admin = connection.getDB('admin');

try {
  admin.adminCommand({ replSetGetStatus: 1 });
} catch (error) {
  // Not initiated yet; anything else is a fault.
  if (error.code !== 94) throw error;
  admin.adminCommand({
    replSetInitiate: { _id: 'dong-hanh', members: [{ _id: 0, host: 'mongo:27017' }] },
  });
}
for (let tries = 0; !admin.hello().isWritablePrimary; tries += 1) {
  if (tries === 60) {
    print('The replica set has no primary after a minute.');
    quit(1);
  }
  sleep(1000);
}

const own = connection.getDB('dong-hanh');
const user = { pwd: secret('mongo-bot'), roles: [{ role: 'readWrite', db: 'dong-hanh' }] };
if (own.getUser('dong-hanh') === null) own.createUser({ user: 'dong-hanh', ...user });
else own.updateUser('dong-hanh', user);
