import { type RoleOrder, roleOrders } from '../../core/score/order-roles.ts';
import { choiceOption } from '../shell/command.ts';

/** By which number roles are listed. */
export const sortOption = {
  flags: '--sort <number>',
  description: 'list roles by closeness (the default), fit, likely or use',
  ...choiceOption('--sort', 'order of roles', roleOrders),
} as const;

export function sortOf(options: Readonly<Record<string, unknown>>): RoleOrder {
  return roleOrders.find((order) => order === options['sort']) ?? 'closeness';
}
