import type { SetUp } from '../messages';

export const setup: SetUp = {
  'setup.page': 'Einrichtung',
  'setup.title': 'Fühl dich wie zu Hause.',
  'setup.lead':
    'MediaNest läuft und kennt noch niemanden. Der Code zeigt, dass dieser Server dir gehört; das Konto ist sein erster Admin.',
  'setup.steps': 'Einrichtung, Schritt {step} von {count}',
  'setup.step.code': 'Code',
  'setup.step.code.hint': 'Steht da, wo MediaNest gestartet wurde',
  'setup.step.code.done': 'Eingegeben',
  'setup.step.account': 'Du',
  'setup.step.account.hint': 'Name und Passwort des Admins',
  'setup.step.account.done': '{name}, Admin',
  'setup.step.done': 'Fertig',
  'setup.step.done.hint': 'Füge deinen ersten Link ein',
  'setup.code': 'Einrichtungscode',
  'setup.code.hint':
    'Acht Buchstaben und Ziffern. Er steht in dem Terminal, in dem MediaNest gestartet wurde.',
  'setup.code.invalid': 'Der Code hat acht Buchstaben und Ziffern, zum Beispiel 4F7K-Q2MX.',
  'setup.name.hint':
    'Zwei Zeichen oder mehr: Buchstaben, Ziffern, Punkte, Binde- und Unterstriche.',
  'setup.name.invalid':
    'Nimm 2 bis 32 Buchstaben, Ziffern, Punkte, Binde- und Unterstriche, am Anfang einen Buchstaben oder eine Ziffer.',
  'setup.password.hint':
    'Zehn Zeichen oder mehr. Ein kurzer Satz ist leicht zu merken und schwer zu raten.',
  'setup.password.short': 'Nimm zehn Zeichen oder mehr.',
  'setup.password.long': 'Nimm höchstens 256 Zeichen.',
  'setup.submit': 'Konto anlegen',
  'setup.submitting': 'Konto wird angelegt',
  'setup.foot':
    'Der Code gilt einmal. Nach diesem Schritt kann niemand mehr diesen Server für sich beanspruchen.',
  'setup.step.plex': 'Plex verbinden',
  'setup.step.plex.hint': 'Der Server und seine Bibliotheken',
  'setup.step.requests': 'Wünsche',
  'setup.step.requests.hint': 'Seerr, Radarr und Sonarr, oder noch keins',
  'setup.step.films': 'Filmdaten',
  'setup.step.films.hint': 'TMDB-Schlüssel',
  'setup.plex.title': 'Welches Plex ist das Zuhause?',
  'setup.plex.lead':
    'Melde dich bei Plex an und wähle den Server, den du teilst. Mit wem er geteilt ist, kann sich dann anmelden.',
  'setup.requests.title': 'Wer holt, was gewünscht wird?',
  'setup.requests.lead':
    'Dorthin gehen Wünsche, denen zugestimmt wurde. Ohne das warten sie hier, und nichts geht verloren.',
  'setup.requests.way': 'Wer es holt',
  'setup.requests.way.SEERR': 'Overseerr oder Seerr',
  'setup.requests.way.ARRS': 'Radarr und Sonarr',
  'setup.requests.way.NONE': 'Noch niemand',
  'setup.films.title': 'Woher kommen die Poster?',
  'setup.films.lead':
    'TMDB kennt Filme und Serien. Der Schlüssel ist kostenlos, wenn man um einen bittet.',
  'setup.done.title': 'Der Saal ist dunkel, der Film liegt ein.',
  'setup.done.lead':
    'Alles lässt sich unter Verbindungen ändern. Lade Leute ein, indem du deinen Plex-Server mit ihnen teilst.',
  'setup.unfinished': 'Die Einrichtung ist nicht fertig.',
  'setup.resume': 'Weiter einrichten',
  'setup.missing.plex': 'Plex ist noch nicht verbunden, also kommt damit niemand herein.',
  'setup.missing.films': 'TMDB ist noch nicht verbunden, also kann man sich noch nichts wünschen.',
  'setup.back': 'Zurück',
  'setup.skip': 'Später',
  'setup.next': 'Weiter',
  'setup.finish': 'MediaNest öffnen',
  'setup.later.foot':
    'Du kannst bei jedem Schritt aufhören. Er bleibt, und jeder lässt sich später unter Verbindungen ändern.',
};
