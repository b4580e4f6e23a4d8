/** English. */

import type { AnalyticsPatterns } from '../analytics-patterns.ts';

const some = '(?:\\S+ ){0,4}?';
const i = '(?:i|we)';
const my = '(?:my |our |the |any )?';
const money = '(?:expenses?|spendings?|charges?|payments?|transactions?|purchases?|costs?|entries|bills?)';
const rising =
  '(?:going|gone|trending|creeping|heading|edging) (?:up|down)|rising|falling|increasing|decreasing|growing|shrinking|climbing|dropping|getting (?:higher|lower|bigger|smaller|worse|better)|gone (?:up|down)|up or down';
const odd =
  '(?:unusual|strange|odd|weird|suspicious|abnormal|anomalous|irregular|fishy|peculiar|unexpected|surprising|out of the ordinary|funny)';
const lastYear = '(?:last year|the previous year|the prior year|the year before|a year ago)';
const good = '(?:fine|ok|okay|right|correct|normal|intended|expected|alright|good|on purpose|as it should be)';

export const english: AnalyticsPatterns = {
  commands: {
    spending_trends: 'trend, trends, spending trend, spending trends, trend line',
    category_insights: 'insight, insights, break down, breakdown of changes, what changed',
    year_over_year: 'year over year, year on year, yoy, yearly comparison, annual comparison',
    monthly_report: 'report, the report, my report, monthly report, month report',
    budget_vs_actual: 'budget vs actual, budgets vs actual, budget history, budget report',
    spending_patterns: 'patterns, spending patterns, habits, spending habits, heat map, heatmap',
    find_unusual: 'unusual, anomalies, anomaly, outliers, duplicates, unusual spending',
    find_recurring: 'recurring',
    forecast_spending: 'forecast, forecasts, prediction, projection, outlook',
    recommend_budgets: 'recommend, recommendations, suggestions, suggest budgets, recommend budgets',
    goals: 'goal, goals, savings goals, my goals',
  },
  told: {
    spending_trends: `(?:spending|cost|expense|price|monthly|weekly|long[- ]term) trends?|trends? (?:of|in|for|on|by|at|over|since|lately|this|last)|trends|(?:is|are|was|were|has|have) (?:\\S+ ){0,7}?(?:${rising})|moving average|how (?:has|have|had|did|is|are|was) ${some}(?:developed?|developing|evolv(?:ed?|ing)|progress(?:ed|ing)|trend(?:ed|ing)|grown?|moved|changed? over)|(?:development|evolution) of|(?:spending|costs?|expenses?|it) (?:developed|evolved)|over time|more and more|less and less|(?:show|see|draw|plot|give)\\S* ${some}trend`,
    category_insights: `what(?:'s| is| has|s)? ${some}changed(?: (?:in|with|about|for|on))?|what (?:did )?change|what(?:'s| is) different|tell me (?:more |something |all )?about|(?:insights?|deep dive|drill down) (?:into|in|on|about|for)|breaking? down|break ${some}down|anal(?:y[sz]e|ysis of)|explain|what (?:drives|drove|is driving|'s driving|is behind|'s behind)|why (?:is|are|was|were|did|has|have|does|do) ${some}(?:so (?:high|much|expensive|low)|higher|lower|up|down|rise|risen|increased?|increase|go(?:ne)? up|went up|more|less|go(?:ne)? down|dropped|fallen|fall|grow|grown)`,
    year_over_year: `year[- ](?:over|on|to)[- ]year|y[/ ]?o[/ ]?y|same (?:time|period|months?) (?:of )?${lastYear}|this time ${lastYear}|compared? ${some}${lastYear}`,
    monthly_report: `monthly (?:report|review|recap|statement)|month in review|how (?:was|is|did) (?:my|our) month(?: go| going)?|report (?:for|of|on|about)|month(?:'s|s)? (?:report|recap)|(?:give|show|send|make|create|generate|prepare) (?:me |us )?(?:a |the |my |our )?(?:full |new |latest |monthly )?report`,
    budget_vs_actual: `budgets? (?:vs|versus|against|compared (?:to|with)|and) (?:the )?(?:actuals?|reality|real|what i)|(?:actuals?|reality) (?:vs|versus|against|compared (?:to|with)) (?:the |my )?budgets?|plan(?:ned)? (?:vs|versus|against) actual|(?:did|do|had) ${i} ${some}(?:keep|stick|stay|respect|meet|exceed|go over|overrun|break|blow|bust|overshoot|hold|hit|miss) ${some}budgets?|have ${i} ${some}(?:kept|been keeping|stuck|stayed|respected|met|held|hit|missed) ${some}budgets?|how (?:often|many times|well|good) (?:did|have|do|has|are|am|were|was|is) ${some}(?:over |within |under |in |my |our |with )${some}budgets?|how (?:accurate|realistic) (?:are|is|were|was) ${some}budgets?|did ${i} overspend|budget (?:history|discipline|adherence|performance)`,
    spending_patterns: `when do ${i} (?:usually |typically |normally |mostly |tend to |generally )?(?:spend|shop)|(?:spending|shopping|buying|my|our) (?:habits?|patterns?|behaviou?r|routines?)|heat ?map|(?:which|what) (?:weekdays?|days of the week) (?:is|are|were|cost)|expensive weekdays?|do ${i} spend more (?:on|at|during) (?:weekends?|weekdays|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)|weekends? (?:vs|versus|or|compared (?:to|with)) weekdays?|weekdays? (?:vs|versus|or|compared (?:to|with)) weekends?|how regular(?:ly)? (?:is|are|do)|time of (?:the )?month do ${i} spend|part of the month`,
    find_unusual: `(?:anything|something|nothing|everything) ${some}(?:${odd}|normal|stand(?:s|ing)? out|sticks? out|off|wrong)|${odd} (?:\\p{L}+ )?${money}|${money} ${some}(?:${odd}|stands? out|sticks? out)|(?:anomal(?:y|ies)|outliers?)|(?:pay|paid|paying|charged?|bill(?:ed)?|buy|bought|book(?:ed)?|record(?:ed)?|enter(?:ed)?|log(?:ged)?|add(?:ed)?) ${some}(?:twice|double|two times)|double[- ](?:charged?|charges|billed|payments?|bookings?|entries)|duplicat(?:e|ed|es) ?(?:${money})?|(?:do|does|did) ${some}(?:stands?|sticks?) out`,
    find_recurring: `recurring|recurrent|repeating|(?:regular|fixed|periodic|repeated|standing|automatic) (?:\\p{L}+ )?(?:charges?|payments?|costs?|expenses?|bills?|income|incomes|deposits?|outgoings|spending|subscriptions?)|(?:what|which) (?:\\p{L}+ )?subscriptions? (?:do|have|am|are|did)|(?:do|what|which|list|show|see|find|name|all) ${some}(?:of )?subscriptions(?: do i| have i| am i|$| ?\\?)|${my}(?:active |current |running )?subscriptions|how many subscriptions|what am i subscribed to|(?:which|what) ${money} (?:come|comes|recur|recurs|repeat|repeats|return)|am i subscribed|what (?:do|bills do) ${i} (?:have to )?pay (?:for )?(?:every|each) month|what comes in (?:every|each) month`,
    forecast_spending: `forecast(?:s|ed|ing)?|predict(?:s|ed|ion|ions)?|project(?:ed|ion|ions)(?: ${money})?|outlook|what (?:will|would) ${i} (?:\\p{L}+ )?(?:spend|pay)|estimate (?:my|our|the|next)|how much (?:money )?will ${i} have left|will ${some}(?:money|cash|salary|pay) (?:last|be enough|suffice)|how much (?:money )?(?:will|would) ${i} (?:probably |likely |still |have |end up )?(?:spend|spent|need|pay|spending)|how much (?:am|are) ${i} (?:going to|gonna|likely to|about to) spend|how much (?:do|can|should) ${i} expect to (?:spend|pay)|what (?:will|would|is going to) ${some}(?:cost|come to|amount to|be like)|how much (?:will|would|is going to|are going to) ${some}(?:cost|be|come to)|will ${i} (?:\\p{L}+ )?(?:run out|run short|be short|make it|have enough|overspend|be broke|go broke|be in the red|end up)|run(?:ning)? out of (?:money|cash)|(?:expected|estimated|future|upcoming|anticipated) (?:\\p{L}+ )?(?:spendings?|expenses|costs?)|where (?:will|am) ${i} (?:end up|heading)`,
    recommend_budgets: `(?:what|which|how (?:much|high|many)) ${some}should ${some}budgets?|(?:what|which) (?:kind of )?budgets? (?:should|would|could|do you|makes?|is right|are right)|how much (?:should|would you|ought) ${some}(?:budget|set aside|allow|allocate|spend)|(?:suggest|recommend|propose|advise|plan|make|work out|draw up|come up with|create|help me (?:set|make|with)) ${some}budgets(?: for me)?|(?:suggest|recommend|propose|advise|work out) ${some}budget|(?:set|make|create) (?:\\S+ )?budgets for me|budget (?:suggestions?|recommendations?|proposals?|advice|ideas)|(?:help me|how (?:can|could|do|should|would) ${i}|where (?:can|could|should) ${i}|i (?:want|need|would like|'d like|wish|am trying) to|i'd like to|how to|ways to|tips to|i wanna) (?:to )?(?:start |better )?(?:save|saving|cut|economi[sz]e|put aside|put away|reach|budget)|(?:save|put aside|put away|set aside) [$€£]?\\d\\S*(?: \\p{L}+)? (?:more )?(?:a|per|each|every) month|(?:save|put aside|set aside) [$€£]?\\d\\S*(?: \\p{L}+)? monthly`,
    what_if: `what if|what (?:would|will|happens|'d) ${some}if|(?:suppose|supposing|imagine|say|assuming|assume) ${i}|if ${i} (?:\\p{L}+ )?(?:cut|cuts|reduced?|lower(?:ed)?|halved?|dropped|drop|skip(?:ped)?|stop(?:ped)?|trim(?:med)?|spen[dt]|save[sd]?|pa(?:y|id)|double[sd]?|slash(?:ed)?|quit|gave up|give up)|if ${my}\\p{L}+ (?:rises?|rose|goes up|went up|increase[sd]?|costs?|falls?|fell|doubles?|doubled|gets?|got|drops?|dropped|is|was|were)`,
    goals: `goals?|sav(?:e|ing|ings) (?:up )?(?:[$€£]?\\d\\S*|for)|(?:put|putting|set|setting) (?:aside|away) [$€£]?\\d\\S*`,
  },
  elsewhere:
    'weather|rain|snow|temperature|stocks?|stock market|shares|crypto|bitcoin|fashion|twitter|tiktok|youtube|traffic|news|football|soccer|hockey|scor(?:e|ed|er|ing)|match|league|world cup|weight|fitness goals?|keeper|knitting|sewing|sleep|credit (?:report|score|card)|lost card|stolen|fraud|police|bug|exchange rate|interest rate|remind|lottery|yourself|this app|this bot|apr|credit limit',
  month:
    "(?:how(?:'s|s| was| is| were| did| has| have)?|what happened|what was|tell me about|recap|recap of|a recap of|sum up|summari[sz]e|review|review of|wrap up|report|the report|report for|report of|report on)(?: my| the| i do| we do)?(?: been| go| going| look| looking| like| turn out| shaping up| financially| money ?wise| overall| so far| for me| for us| please| in money)*|(?:'s |s )?(?:report|in review|recap|wrap[- ]up)(?: please)?",
  income: 'income|incomes|deposits?|salary|salaries|wages?|earnings|paychecks?|comes in|get paid',
  joined: '',
  nextMonths: 'next (\\d{1,2}|\\p{L}+) months',
  restOfYear: '(?:rest|remainder|end) of (?:the |this )?year|year[- ]end',
  fine: {
    that: `(?:that|this|it|they|those|these)(?:'s| is| are|s|'re| was| were)? (?:all |both |perfectly )?${good}(?: (?:please )?(?:ignore|dismiss|skip|hide) (?:it|that|this|them))?|(?:ignore|dismiss|hide) (?:it|that|this|them|those)(?: (?:please|it's ${good}|that's ${good}|thanks))?|not unusual|nothing unusual(?: about (?:it|that))?`,
    named: `(?:the )?(\\S.*?) (?:is|was|are|were) ${good}|(?:ignore|dismiss|hide) (?:the )?(\\S.*)`,
  },
  goals: {
    noun: '(?:savings? )?goals?|savings? targets?',
    set: `(?:(?:my|our|a|the|new|savings?) )*(?:\\p{L}+ )?(?:goal|savings? target)(?: is| of|:| for| to|$| [$€£]?\\d\\S*| \\p{L}+ [$€£]?\\d\\S*)|(?:set|add|create|make|new|start) (?:me )?(?:a |an |another |my |our |up a )?(?:new )?(?:\\p{L}+ )?(?:savings? )?goal|sav(?:e|ing) (?:up )?[$€£]?\\d\\S*(?: \\p{L}+)? (?:by|until|till|before|for (?:a|an|the|my|our)|within|in)|(?:want|would like|'d like|need|plan|hope|trying|going|wish|wanna|have) (?:to )?(?:save|put aside|put away)|saving (?:up )?(?:[$€£]?\\d\\S*|for)|save up`,
    by: 'by|until|till|before|no later than|not later than',
    within: '(?:in|within|over) (?:the next )?(\\d{1,3}|\\p{L}+) (months?|weeks?|years?)',
    steady: '(?:a|per|each|every) (?:week|month|year)|weekly|monthly|yearly|annually',
    purpose: 'for|towards?|to buy|to get',
    remove:
      '(?:drop|remove|delete|cancel|forget|abandon|scrap|clear|give up(?: on)?|get rid of|erase) (?:about )?(?:\\S+ ){0,4}?(?:goals?|savings? targets?)',
    named: '(?:the|my|our|a|drop|remove|delete|cancel|scrap) ((?:\\p{L}+ ){1,3}?)(?:savings? )?goals?',
    nameless:
      'savings?|new|goal|goals|my|our|the|a|an|main|first|next|monthly|all|me|to|is|of|save|another|up|it|target|set|add|this|that|own|big|any|i|we|and|with|for|reach|money',
  },
  changes: {
    less: 'less|cut|cuts|cutting|reduced?|reducing|lower(?:ed|ing)?|trim(?:med)?|slash(?:ed)?|save[sd]?|drop(?:s|ped)?|falls?|fell|decrease[sd]?|fewer|cheaper|down|skip(?:ped)?',
    more: 'more|rises?|rose|raised?|raises|increase[sd]?|goes up|went up|up|higher|grows?|grew|extra|add(?:ed)?',
    shares: [
      [50, '(?:a |one )?half|half as much'],
      [67, 'two thirds'],
      [33, '(?:a |one )?third'],
      [75, 'three quarters'],
      [25, '(?:a |one )?(?:quarter|fourth)'],
      [20, '(?:a |one )?fifth'],
      [10, '(?:a |one )?tenth'],
    ],
    whole: [
      [-50, 'halve[sd]?|halving|half as much'],
      [100, 'doubles?|doubled|twice as much'],
      [200, 'triples?|tripled|three times as much'],
      [-100, '(?:stop|stops|stopped|quit|gave up|give up|no more|without|never|cut out|eliminated?|skip(?:ped)? all)'],
    ],
  },
};
