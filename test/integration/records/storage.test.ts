import { onBothEngines } from './engines.js';
import { alertsContract } from './alerts.contract.js';
import { inboxContract } from './inbox.contract.js';
import { contentHistoryContract } from './content-history.contract.js';
import { conversationsContract } from './conversations.contract.js';
import { deletionContract } from './deletion.contract.js';
import {
  bookingsContract,
  contentVersionsContract,
  requestsContract,
  webRepliesContract,
} from './people.contract.js';
import { earlierDataContract } from './earlier-data.contract.js';
import { draftsContract } from './drafts.contract.js';
import { reviewContract } from './review.contract.js';
import { sentMessagesContract } from './sent-messages.contract.js';
import { staffContract } from './staff.contract.js';
import { retentionContract } from './retention.contract.js';
import { talksContract } from './talks.contract.js';
import { twoProcessesContract } from './two-processes.contract.js';
import { webHistoryContract } from './web-history.contract.js';

/** Everything that the rest of the product may expect of storage, whichever engine is behind it. */
onBothEngines('storage contract', (stores, sharedPlace) => {
  inboxContract(stores);
  conversationsContract(stores);
  deletionContract(stores);
  requestsContract(stores);
  bookingsContract(stores);
  webRepliesContract(stores);
  webHistoryContract(stores);
  contentVersionsContract(stores);
  contentHistoryContract(stores);
  earlierDataContract(stores);
  reviewContract(stores);
  draftsContract(stores);
  retentionContract(stores);
  talksContract(stores);
  alertsContract(stores);
  sentMessagesContract(stores);
  staffContract(stores);
  if (sharedPlace !== undefined) twoProcessesContract(stores, () => sharedPlace().open());
});
