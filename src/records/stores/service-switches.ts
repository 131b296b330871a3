import type { ServiceSwitch, ServiceSwitches } from '../../conversation/service-switch.js';
import type { Collections } from '../collections.js';

const _id = 'bot';

/** One document: whoever sets it last has set it, in all processes on the same storage. */
export function createServiceSwitches({
  serviceSwitches,
}: Pick<Collections, 'serviceSwitches'>): ServiceSwitches {
  return {
    async read() {
      const found = await serviceSwitches.findOne({ _id });
      if (found === null) return null;
      const { mode, since, until, notice, reason, by } = found;
      return { mode, since, by, ...given({ until, notice, reason }) };
    },
    async set({ mode, since, until, notice, reason, by }) {
      const always = { mode, since, by };
      if (await serviceSwitches.insertOne({ _id, ...always, ...given({ until, notice, reason }) })) return;
      const gone = Object.entries({ until, notice, reason }).filter(([, value]) => value === undefined);
      await serviceSwitches.updateOne(
        { _id },
        {
          $set: { ...always, ...given({ until, notice, reason }) },
          ...(gone.length === 0 ? {} : { $unset: Object.fromEntries(gone.map(([name]) => [name, true])) }),
        },
      );
    },
  };
}

type Optional = Pick<ServiceSwitch, 'until' | 'notice' | 'reason'>;

function given({
  until,
  notice,
  reason,
}: { [Name in keyof Optional]: Optional[Name] | undefined }): Optional {
  return {
    ...(until === undefined ? {} : { until }),
    ...(notice === undefined ? {} : { notice }),
    ...(reason === undefined ? {} : { reason }),
  };
}
