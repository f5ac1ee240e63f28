import { AppError } from '../../shared/errors.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { linksContract } from '../../shared/links/contract.ts';
import type { Context } from '../context.ts';

export const links: FeatureHandlers<typeof linksContract, Context> = {
  async open(context, { address }) {
    if (!URL.canParse(address)) throw new AppError('invalid_input', { fields: ['address'] });
    await context.desk.openLink(address);
    return null;
  },
};
