import { onBothEngines } from '../records/engines.js';
import { countingContract } from './counting.contract.js';
import { examplesContract } from './examples.contract.js';
import { recountContract } from './recount.contract.js';
import { sameNumbersContract } from './same-numbers.contract.js';

/** What managers may expect of the numbers, whichever engine is behind them. */
onBothEngines('statistics', (stores) => {
  examplesContract(stores);
  countingContract(stores);
  recountContract(stores);
  sameNumbersContract(stores);
});
