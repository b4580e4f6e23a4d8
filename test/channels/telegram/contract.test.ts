import { telegramByPolling, telegramByWebhook } from '../../support/platforms/telegram/under-test.ts';
import { describeChannel } from '../contract.ts';

describeChannel(telegramByPolling);
describeChannel(telegramByWebhook);
