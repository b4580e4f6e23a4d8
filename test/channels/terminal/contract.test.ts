import { describeChannel } from '../contract.ts';
import { terminalUnderTest } from './terminal-under-test.ts';

describeChannel(terminalUnderTest);
