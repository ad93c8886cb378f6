import { defineTexts } from '#portal/theme/language.tsx';

/** Words of how open cases come over to the version that is drawn. */
export const migrationTexts = defineTexts(
  {
    none: 'Справи, які вже подано, завжди лишаються на своїй версії, якщо не сказано інакше. Чернетки перейдуть на нову, і їхні власники про це дізнаються.',
    title: 'Відкриті справи версії {version}',
    stay: 'Справи, які вже подано, лишаться на версії {version} і будуть вирішені за її правилами. Чернетки перейдуть на нову, і їхні власники про це дізнаються.',
    begin: 'Перенести відкриті справи на нову версію',
    begun: 'Перенесення почато: перевірте, куди йдуть справи',
    end: 'Не переносити: нехай лишаються',
    others: 'Сказано, як переносити справи версії {from}',
    othersText:
      'Останньою опубліковано версію {version}: її відкриті справи так не перейдуть, а справи версії {from} уже могли перейти.',
    othersPublished:
      'Із цим опубліковано версію {version}. Перед наступною скажіть наново, куди йдуть справи версії {version}.',
    othersUnknown: 'У конструкторі ще нічого не публікували, тож звірити це тут нема з чим.',
    anew: 'Сказати наново, для версії {version}',
    states: 'Куди йдуть справи',
    statesAsked:
      'Ці стани змінилися або зникли: виберіть для кожного, що буде зі справами, які в ньому чекають.',
    statesAlike: 'Усі стани є і в новій версії: справи чекатимуть далі там, де чекали.',
    statesSame: {
      one: '{count} стан переходить сам, під тією самою назвою',
      few: '{count} стани переходять самі, під тими самими назвами',
      many: '{count} станів переходять самі, під тими самими назвами',
      other: '{count} стану переходять самі, під тими самими назвами',
    },
    from: 'Зі стану «{state}»',
    unsaid: 'Не сказано: лишаться',
    goOn: 'чекають далі: «{state}»',
    enter: 'починають наново: «{state}»',
    stays: 'лишаються на версії {version}',
    noState: 'У новій версії такого стану немає: виберіть, куди йти справам',
    asksElse: 'Нова версія питає тут іншого: виберіть, що робити зі справами, які чекають відповіді',
    why: 'Чому лишаються (це прочитають посадовці)',
    whySample: 'Такі справи завершують за правилами, за якими їх подали',
    branch: 'Гілка «{name}» тепер зветься',
    branchNone:
      'Нових гілок немає: щоб перенести справи, які в ній чекають, почніть увесь стан наново або залиште їх.',
    outcome: 'Перевірено на кожному стані, у якому справа може чекати: переходять {moves} з {all}.',
    refused: {
      one: 'З {count} стану справи лишаться, хоч про це не сказано',
      few: 'З {count} станів справи лишаться, хоч про це не сказано',
      many: 'З {count} станів справи лишаться, хоч про це не сказано',
      other: 'З {count} стану справи лишаться, хоч про це не сказано',
    },
    fields: 'Що вже введено',
    fieldsHint:
      'Поля з тими самими іменами переходять самі. Втрачене лишається в журналі справи, але нова версія його не бачить.',
    enteredIn: 'Введено у стані «{state}»',
    fieldGone: 'Поля «{field}» більше немає',
    into: 'переходить у «{field}»',
    lost: 'втрачається',
    fieldNew: 'Нове обовʼязкове поле «{field}»: чим заповнити',
    fieldNewHint:
      'Без цього відкриті справи нова версія не прийме. Вираз бачить те, що бачила попередня версія.',
    names: 'Що зветься інакше',
    parties: 'Учасника «{name}» більше немає',
    answers: 'Відповіді «{name}» більше немає',
    documents: 'Документа «{name}» більше немає',
    calledNow: 'тепер «{name}»',
    when: 'Лише справи, для яких справджується (порожньо: усі)',
    whenHint: 'Наприклад case.channel = "portal". Інші лишаться на своїй версії.',
    rehearsedLater:
      'Коли нова версія запрацює, тут буде видно, що станеться з кожною відкритою справою; один запропонує перенести, інший перенесе.',
  },
  {
    none: 'Cases that were sent stay on their version, unless it is said otherwise. Drafts go over to the new one, and their owners are told.',
    title: 'Open cases of version {version}',
    stay: 'Cases that were sent stay on version {version} and are decided by its rules. Drafts go over to the new one, and their owners are told.',
    begin: 'Take the open cases over to the new version',
    begun: 'Begun: check where the cases go',
    end: 'Do not take them over: let them stay',
    others: 'It is said how cases of version {from} come over',
    othersText:
      'Version {version} was published last: its open cases will not come over so, and those of version {from} may have come over already.',
    othersPublished:
      'Version {version} was published with it. Before the next one say anew where cases of version {version} go.',
    othersUnknown: 'Nothing was published in the designer yet, so there is nothing to compare this with.',
    anew: 'Say it anew, for version {version}',
    states: 'Where the cases go',
    statesAsked:
      'These states have changed or gone: choose for each what becomes of the cases that wait in it.',
    statesAlike: 'All states are in the new version, too: cases go on waiting where they waited.',
    statesSame: {
      one: '{count} state comes over by itself, by the same name',
      other: '{count} states come over by themselves, by the same names',
    },
    from: 'From the state “{state}”',
    unsaid: 'Not said: they stay',
    goOn: 'go on waiting: “{state}”',
    enter: 'begin anew: “{state}”',
    stays: 'stay on version {version}',
    noState: 'The new version has no such state: choose where the cases go',
    asksElse:
      'The new version asks for something else here: choose what becomes of cases that wait for an answer',
    why: 'Why they stay (officers read it)',
    whySample: 'Such cases are finished by the rules by which they were sent',
    branch: 'The branch “{name}” is called now',
    branchNone:
      'There are no new branches: to take over cases that wait in it, begin the whole state anew, or let them stay.',
    outcome: 'Tried on every state in which a case can wait: {moves} of {all} come over.',
    refused: {
      one: 'From {count} state cases will stay though nothing says so',
      other: 'From {count} states cases will stay though nothing says so',
    },
    fields: 'What was entered already',
    fieldsHint:
      'Fields of the same names come over by themselves. What is lost stays in the journal of the case, but the new version does not see it.',
    enteredIn: 'Entered in the state “{state}”',
    fieldGone: 'The field “{field}” is no more',
    into: 'goes into “{field}”',
    lost: 'is lost',
    fieldNew: 'The new required field “{field}”: what to fill it with',
    fieldNewHint:
      'Without this the new version will not take open cases. The expression sees what the version before saw.',
    names: 'What is called otherwise',
    parties: 'The party “{name}” is no more',
    answers: 'The answer “{name}” is no more',
    documents: 'The document “{name}” is no more',
    calledNow: 'now “{name}”',
    when: 'Only cases for which this is true (empty: all)',
    whenHint: 'For example case.channel = "portal". The others stay on their version.',
    rehearsedLater:
      'Once the new version is live, what becomes of each open case is shown here; one proposes to take them over, another does.',
  },
);
