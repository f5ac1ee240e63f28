import { given } from '../../shared/given.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { settingsContract } from '../../shared/settings/contract.ts';
import type { Context } from '../context.ts';

export const settings: FeatureHandlers<typeof settingsContract, Context> = {
  get: (context) => context.settings.settings,
  abilities: ({ desk }) => desk.abilities(),
  change: (context, change) => {
    context.settings.change({ settings: { ...context.settings.settings, ...given(change) } });
    context.desk.applySettings(context.settings.settings);
    return Promise.resolve(context.settings.settings);
  },
};
