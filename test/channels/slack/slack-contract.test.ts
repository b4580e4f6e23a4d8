import { describeChannel } from '../contract.ts';
import { slackUnderTest } from './slack-under-test.ts';

describeChannel(slackUnderTest('http'));
describeChannel(slackUnderTest('socket'));
