import type { binContract } from '../../shared/bin/contract.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { Context } from '../context.ts';
import { listBin } from './repository.ts';

export const bin: FeatureHandlers<typeof binContract, Context> = {
  list: ({ database, clock }, { before }) => listBin(database, { before, zone: clock.zone() }),
};
