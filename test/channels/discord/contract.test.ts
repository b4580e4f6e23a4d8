import { discordUnderTest } from '../../support/platforms/discord/under-test.ts';
import { describeChannel } from '../contract.ts';

describeChannel(discordUnderTest);
