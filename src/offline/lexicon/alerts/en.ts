/** English. */

import type { AlertPatterns } from '../alerts-patterns.ts';

const alerts = '(?:(?:your|my|the|any|all|these|those|of these) )?(?:alerts?|notifications?|messages|warnings)';
const write = '(?:alert|notify|message|text|ping|warn|bother|disturb|write(?: to)?|contact)(?: me)?';
const not = "(?:don't|dont|do not|stop|never|no longer)";
const writing = '(?:alerting|notifying|messaging|texting|pinging|warning|bothering|disturbing|writing(?: to)?)(?: me)?';
const digest = '(?:digests?)';
const summary = '(?:summary|summaries|overview|recap|report|update|round-?up)';
const that = "(?:that's|thats|that is|it's|its|it is|this is|this one is|all)";
const fine = '(?:fine|ok|okay|alright|all right|normal|correct|right|intended|on purpose)';
const ignore = '(?:just )?(?:ignore|forget) (?:about )?(?:it|that|this)(?: one)?';

export const english: AlertPatterns = {
  polite:
    "please|pls|can you|could you|would you|will you|i'd like you to|i want you to|purser|hey|hi|ok|okay|thanks|thank you|for me|from now on|now",
  plain: {
    list: `(?:my )?(?:alerts|notifications)(?: settings| status)?|(?:show|list|see)(?: me)? (?:my |the |all )?(?:alerts|notifications)(?: settings)?|alert settings|(?:what|which) (?:alerts|notifications) (?:are on|are there|do i (?:have|get)|have i got)|what do you (?:alert|notify|tell|warn) me (?:of|about)|what(?: did| have) you (?:told|tell|hold|held)(?: back| me lately)|what was held back|why (?:was|wasn't|were|am|have) i (?:not |been )?(?:told|warned|alerted|notified).*|why (?:did|didn't|didnt|did not) (?:you|i) (?:not )?(?:tell|warn|alert|notify|hear|get|write).*(?:alert|me|notification|earlier|before|about.*)`,
    on: `(?:turn|switch|put)(?: on)? ${alerts}(?: on| back on)|(?:turn|switch) on ${alerts}|alerts on|notifications on|(?:enable|activate|resume|start) ${alerts}|start (?:${writing})(?: again)?`,
    off: `(?:turn|switch|put)(?: off)? ${alerts} off|(?:turn|switch) off ${alerts}|alerts off|notifications off|(?:disable|deactivate|stop|end|cancel) ${alerts}|no (?:more )?(?:alerts|notifications)|stop ${writing}|${not} ${write}(?: any ?more| ever| again| unasked)?`,
    unmute: `un-?mute(?: me| yourself| (?:the )?alerts)?|(?:end|stop|cancel) (?:the )?mute|you (?:can|may) (?:write|talk|speak|message me|alert me)(?: to me)? again|mute off|no longer muted`,
    quiet_off: `quiet(?: hours| time)? off|no quiet(?: hours| time)?(?: any ?more)?|(?:turn|switch) off (?:the |my )?quiet (?:hours|time)|(?:turn|switch) (?:the |my )?quiet (?:hours|time) off|(?:end|remove|delete|cancel|stop) (?:the |my )?quiet (?:hours|time)|write (?:to me )?(?:at )?any ?time`,
    fewer: `(?:fewer|less)(?: of)? (?:these|those|this|alerts|notifications|messages)(?: of these)?|(?:send|write)(?: me)? (?:fewer|less)(?: of these| of those| alerts| notifications| messages)?|fewer|not so many(?: of these| alerts| messages)?|too many (?:alerts|notifications|messages|of these)|less often|(?:alert|notify|write|message)(?: to)?(?: me)? less(?: often)?`,
    urgent_passes: `urgent(?: ones| alerts| things| matters)? (?:on|may pass|can pass|passes?|always|may (?:always )?come(?: through)?|come through|any ?time)|let (?:what is |what's )?urgent(?: ones| alerts| things)? (?:pass|through|come through)|(?:what is|what's) urgent (?:may|can) (?:pass|come through|come at any (?:time|hour))`,
    urgent_waits: `urgent(?: ones| alerts| things| matters)? (?:off|waits?|may wait|can wait|too waits?|waits? too|waits? as well)|(?:what is|what's) urgent (?:waits|may wait|can wait)(?: too| as well)?`,
    send_here: `(?:send|deliver|write|post)(?: me)?(?: ${alerts}| them| these)? (?:in )?(?:here|this chat|to this chat|in this chat)|(?:alerts|notifications) here|(?:alert|write to|notify|tell|message) me here`,
    fallback_on: `(?:use|try) (?:my |an? |the )?other chats?(?: (?:too|as well|if (?:this|that|the) (?:one|chat) fails|when (?:this|that) (?:one|chat) fails|instead))?|fallback on|you (?:may|can) use (?:my )?other chats|if (?:this|that) (?:chat )?fails,? (?:use|try) (?:my |an? )?other(?: chat| one)?s?`,
    fallback_off: `fallback off|(?:${not}) use (?:my |any )?other chats?|no other chats?|only (?:use )?this chat|only (?:write )?(?:to me )?here`,
    digest_off: `(?:no|stop|end|cancel|turn off|switch off|disable|drop)(?: more)?(?: the| my)?(?: (?:daily|weekly|monthly))? (?:${digest})(?: any ?more)?|(?:stop|end|cancel|turn off|switch off|disable) (?:the |my )(?:daily|weekly|monthly) ${summary}|(?:(?:daily|weekly|monthly) )?${digest} off|no more (?:(?:daily|weekly|monthly) )?(?:${digest}|summaries|overviews)|(?:${not}) send (?:me )?(?:a |the |my )?(?:(?:daily|weekly|monthly) )?${digest}(?: any ?more)?`,
  },
  mute: `(?:go )?mute(?: me| yourself| (?:the |all |my )?(?:alerts|notifications))?|be (?:quiet|silent|still)|(?:stay|go|keep|remain) (?:quiet|silent)|quiet|silence|hush|snooze(?: me| (?:the |all |my )?alerts)?|pause(?: (?:the |all |my )?(?:alerts|notifications|messages))?|no (?:more )?(?:alerts|notifications|messages)|${not} ${write}|leave me (?:alone|in peace)|stop ${writing}|alerts off|(?:turn|switch) off (?:the |my )?alerts`,
  during: 'for(?: the next| another)?|the next',
  until: "until|till|til|'til",
  units: { hours: 'hours?|hrs?|h', days: 'days?|d', weeks: 'weeks?|wks?|w', months: 'months?' },
  nextWeek: 'next week',
  nextMonth: 'next month',
  quiet: `quiet(?: hours| time)?(?: are| is)?|(?:set )?(?:my |the )?quiet (?:hours|time)(?: are| is| to)?|(?:be|stay|keep) (?:quiet|silent)|silence|no (?:alerts|notifications|messages)|${not} ${write}|do not disturb|sleep(?:ing)?(?: time| hours)?|i sleep`,
  from: 'from|between',
  to: 'to|until|till|and|through|-',
  digest: {
    noun: digest,
    looseNoun: summary,
    filler: `send|give|show|write|post|get|want|need|like|i|i'd|would|me|us|a|an|the|my|our|at|on|in|of|it|to|as|for|set|set up|make|switch on|turn on|start|with|here|spending|budget|finances?|money|expenses`,
    cadences: {
      daily: {
        again:
          'every ?day|each day|every (?:morning|evening|night)|each (?:morning|evening|night)|once a day|a day|per day',
        adjective: 'daily',
      },
      weekly: { again: 'every week|each week|once a week|a week|per week', adjective: 'weekly' },
      monthly: { again: 'every month|each month|once a month|a month|per month', adjective: 'monthly' },
    },
    every: 'every|each|on',
  },
  times: {
    at: 'at|around',
    oClock: "o'?clock|hours|sharp",
    noon: 'noon|midday|at noon',
    midnight: 'midnight',
    morning: '(?:in the |every |each |this )?mornings?',
    evening: '(?:in the |at |every |each |this )?(?:evenings?|nights?|afternoons?)',
  },
  answers: {
    why: `why(?: is that| was that| did you (?:tell|write)(?: me)?(?: (?:this|that))?| this| that| do you (?:say|tell me) (?:so|this|that))?|how come`,
    rows: `(?:show|list|see)(?: me)? (?:the |its |these |those )?(?:rows|entries|expenses|transactions|purchases)(?: behind (?:it|that|this))?|(?:which|what) (?:entries|expenses|purchases)(?: (?:are|were) (?:they|those|these|that))?|show rows`,
    ignore: `${that} (?:all )?${fine}(?:[ ,.]+${ignore})?|${fine}[ ,.]+${ignore}|${ignore}|i know(?: (?:about )?(?:it|that|this))?`,
  },
};
