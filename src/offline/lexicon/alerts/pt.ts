/** Portuguese, Brazilian first. */

import type { AlertPatterns } from '../alerts-patterns.ts';

const nouns = '(?:avisos|alertas|notificacoes|mensagens)';
const alerts = `(?:(?:os|as|meus|minhas|seus|suas|estes|esses|todos os|todas as) )?${nouns}`;
const write =
  '(?:avis(?:e|ar|es)|escrev(?:a|er|as)|incomod(?:e|ar|es)|mand(?:e|ar|es)|envi(?:e|ar|es)|perturb(?:e|ar|es)|notifi(?:que|car|ques)|alert(?:e|ar|es))';
const notMe = `nao me ${write}(?: (?:nada|${nouns}))?`;
const digest = '(?:resumo|resumos)';
const that = '(?:(?:isso|isto|tudo) (?:esta|ta|e)|esta|ta|tudo)';
const fine = '(?:tudo )?(?:certo|bem|normal|ok|correto)';
const ignore = '(?:ignore|ignora|esqueca|esquece) (?:isso|isto)';

export const portuguese: AlertPatterns = {
  polite:
    'por favor|pf|voce pode|pode|poderia|quero que|purser|oi|ola|ok|obrigado|obrigada|agora|a partir de agora|daqui em diante',
  plain: {
    list: `(?:meus |os |as |minhas )?(?:avisos|alertas|notificacoes)|(?:mostre|mostra|mostrar|ver|liste|lista)(?: me| pra mim)? (?:os |as |meus |minhas )?(?:avisos|alertas|notificacoes)|(?:quais|que) (?:avisos|alertas)(?: (?:estao (?:ligados|ativos)|eu tenho|tenho|existem))?|(?:ajustes|configuracoes) (?:de|dos|das) (?:avisos|alertas)|por ?que (?:voce )?nao (?:me )?(?:avisou|disse|contou|falou).*|por ?que nao fui avisad[oa].*|por ?que (?:voce )?me (?:avisou|escreveu|disse).*|por ?que fui avisad[oa].*|do que voce me avisa`,
    on: `(?:ligue|ligar|liga|ative|ativa|ativar|reative) ${alerts}(?: de novo| outra vez)?|${nouns} (?:ligados|ligadas|on|sim)`,
    off: `(?:desligue|desligar|desliga|desative|desativa|desativar|pare|cancele|tire|remova) (?:com )?${alerts}|(?:chega de|sem|nao quero|sem mais|nao quero mais) (?:mais )?${nouns}|${nouns} (?:desligados|desligadas|off|nao)|(?:pare|para|deixe) de (?:me )?(?:escrever|avisar|incomodar|mandar ${alerts}|enviar ${alerts})|nao me (?:avise|avisa|escreva|incomode|mande nada) mais|nao escreva mais`,
    unmute: `(?:volte|volta|voltar|pode voltar|voce pode voltar) a (?:me )?(?:avisar|escrever|falar)(?: comigo)?|(?:tire|tira|acabe|fim|saia|sair|acabar)(?: com)?(?: d)?o (?:modo )?silencio|pode (?:me )?(?:avisar|escrever|falar) (?:de novo|outra vez)|me avise de novo|silencio off|voltar a avisar`,
    quiet_off: `sem (?:horario|horas) de silencio|(?:tire|tira|remova|apague|desative|desligue|cancele|acabe com) (?:o |as |meu |minhas )?(?:horario|horas) de silencio|horario de silencio (?:off|nao|desligado)|(?:escreva|avise|me avise|me escreva) a qualquer hora`,
    fewer: `menos (?:avisos|alertas|mensagens|notificacoes|destes|destas|desses|dessas|disso)|(?:mande|envie|escreva|avise|me mande|me envie|me avise)(?: me)? menos(?: avisos| alertas| mensagens| vezes| disso)?|(?:avisos|alertas|mensagens|notificacoes) demais|nao tantos avisos|nao tantas (?:mensagens|notificacoes)|com menos frequencia|muitos avisos`,
    urgent_passes: `(?:o (?:que for |que e )?urgente|os urgentes|avisos urgentes|os avisos urgentes|urgente|urgentes) (?:sim|sempre|pode[m]? (?:passar|chegar|vir)(?: sempre| a qualquer hora)?|passa[m]?(?: sempre)?|chega[m]?(?: sempre| a qualquer hora)?)|(?:deixe|deixa) (?:passar )?o (?:que for |que e )?urgente(?: passar)?`,
    urgent_waits: `(?:o (?:que for |que e )?urgente|os urgentes|avisos urgentes|os avisos urgentes|urgente|urgentes) (?:nao|tambem espera[m]?|espera[m]?(?: tambem)?|pode[m]? esperar(?: tambem)?)`,
    send_here: `(?:mande|envie|escreva|avise|manda|envia|me mande|me envie|me avise|me escreva)(?: me| para mim)?(?: ${alerts})? (?:aqui|por aqui|para ca|para este chat|neste chat|nesta conversa)|${nouns} aqui`,
    fallback_on: `(?:use|pode usar|tente|usar) (?:tambem )?(?:meus outros chats|minhas outras conversas|outro chat|outra conversa)(?: (?:tambem|se (?:este|esta) falhar))?|se (?:este|esta)(?: chat| conversa)? falhar,? (?:use|tente) (?:outro|outra|outro chat|outra conversa)`,
    fallback_off: `nao use (?:meus |minhas )?outr[oa]s? (?:chats?|conversas?)|so (?:neste chat|nesta conversa|este chat|aqui)|somente (?:aqui|neste chat|nesta conversa)|nenhum outro chat|nenhuma outra conversa`,
    digest_off: `(?:sem|chega de|nao quero(?: mais)?|pare com|cancele|desligue|desative|tire|remova)(?: mais| o| os| meu)? ?(?:mais )?${digest}(?: (?:diario|semanal|mensal))?|${digest} (?:off|nao|desligado)|(?:nao (?:me )?(?:mande|envie)|pare de (?:me )?(?:mandar|enviar)) (?:mais )?(?:o |um )?${digest}(?: (?:diario|semanal|mensal))?(?: mais)?`,
  },
  mute: `(?:silencie|silencia|silenciar|silencio|fique (?:quieto|calado|em silencio)|quieto|calado|cale-se|em silencio|pause|pausar|pausa)(?: ${alerts})?|${notMe}|(?:sem|nenhum|nenhuma|nada de) (?:${nouns}|aviso|alerta|mensagem)|(?:pare|para) de (?:me )?(?:escrever|avisar|incomodar)|me deixe em paz|(?:desligue|desliga|desative) ${alerts}`,
  during: 'por|durante|pelos proximos|pelas proximas|nos proximos|nas proximas',
  until: 'ate(?: a| o| as| ao)?',
  units: { hours: 'horas?|h', days: 'dias?|d', weeks: 'semanas?', months: 'mes(?:es)?' },
  nextWeek: '(?:a )?(?:semana que vem|proxima semana)',
  nextMonth: '(?:o )?(?:mes que vem|proximo mes)',
  quiet: `(?:em )?silencio|(?:meu |o )?(?:horario|horas) de silencio|(?:fique|ficar) (?:em silencio|quieto|calado)|${notMe}|(?:sem|nenhum|nenhuma) (?:${nouns}|aviso|alerta|mensagem)|nao perturbe|durmo|eu durmo`,
  from: 'das|de|entre as|entre|a partir das|desde as',
  to: 'as|a|ate as|ate|e as|e|-',
  digest: {
    noun: `${digest} automatico`,
    looseNoun: `${digest}|relatorio|balanco|panorama`,
    filler:
      'me mande|me envie|mande|envie|manda|envia|mandar|enviar|me|quero|queria|gostaria|faca|mostre|receber|um|uma|o|a|os|as|meu|minha|de|do|da|dos|das|com|para|em|no|na|gastos?|despesas|financas|contas|orcamento|ative|ligue|aqui',
    cadences: {
      daily: {
        again:
          'todo dia|todos os dias|cada dia|diariamente|toda manha|toda noite|toda tarde|todas as manhas|todas as noites|uma vez por dia|por dia',
        adjective: 'diario',
      },
      weekly: {
        again: 'toda semana|todas as semanas|cada semana|semanalmente|uma vez por semana|por semana',
        adjective: 'semanal',
      },
      monthly: { again: 'todo mes|todos os meses|cada mes|mensalmente|uma vez por mes|por mes', adjective: 'mensal' },
    },
    every: 'toda|todo|toda a|cada|todas as|todos os|na|no|as|aos',
  },
  times: {
    at: 'as|a|por volta das',
    oClock: 'horas?|hs?|em ponto',
    noon: '(?:ao )?meio-?(?: )?dia',
    midnight: '(?:a )?meia-?(?: )?noite',
    morning: '(?:da|de|pela) manha|toda manha|todas as manhas',
    evening: '(?:da|de|a|pela) (?:tarde|noite)|toda (?:tarde|noite)|todas as (?:tardes|noites)',
  },
  answers: {
    why: '(?:e )?por ?que(?: (?:isso|isto|voce (?:me )?(?:diz|disse|avisou)(?: isso)?))?|como assim',
    rows: '(?:mostre|mostra|liste|ver|mostrar)(?: me)? (?:as |os |esses |essas )?(?:linhas|lancamentos|gastos|compras|entradas|despesas)|(?:quais|que) (?:gastos|lancamentos|compras)(?: (?:sao|foram))?',
    ignore: `${that} ${fine}(?:[ ,.]+${ignore})?|${fine}[ ,.]+${ignore}|${ignore}|(?:eu )?ja sei`,
  },
};
