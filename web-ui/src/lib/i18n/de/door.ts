import type { Door } from '../messages';

export const door: Door = {
  'app.skip': 'Zum Inhalt springen',
  'app.home': 'MediaNest, Startseite',
  'app.pages': 'Seiten',
  'app.notifications': 'Mitteilungen',

  'action.close': 'Schließen',
  'action.cancel': 'Abbrechen',
  'action.tryAgain': 'Neuer Versuch',
  'action.tryNow': 'Jetzt versuchen',
  'action.goHome': 'Zurück zum Start',
  'action.reload': 'Seite neu laden',

  'account.language': 'Sprache',

  'problem.UNREACHABLE':
    'MediaNest antwortet nicht. Prüfe die Verbindung dieses Geräts und versuche es noch einmal.',
  'problem.TIMED_OUT': 'MediaNest hat zu lange gebraucht. Versuche es gleich noch einmal.',
  'problem.SERVICE_UNAVAILABLE':
    'Dieser Teil von MediaNest ist gerade nicht da. Meist kommt er binnen einer Minute zurück.',
  'problem.RATE_LIMITED':
    'Das ging etwas zu schnell. Warte einen Moment und versuche es dann noch einmal.',
  'problem.UNAUTHENTICATED': 'Deine Sitzung ist zu Ende. Melde dich noch einmal an.',
  'problem.FORBIDDEN': 'Das darfst du nicht. Ein Admin kann es dir erlauben.',
  'problem.NOT_FOUND': 'Das gibt es nicht mehr.',
  'problem.UNEXPECTED':
    'Bei uns ist etwas schiefgegangen. Versuche es noch einmal; wenn es bleibt, sag es einem Admin.',
  'problem.number': 'Wenn das so bleibt, gib einem Admin diese Nummer:',

  'boot.title': 'MediaNest antwortet nicht.',
  'boot.text':
    'Vielleicht startet es gerade. Diese Seite versucht es alle paar Sekunden und öffnet sich dann von selbst.',

  'crash.title': 'Diese Seite ist umgefallen.',
  'crash.text':
    'Das ist unser Fehler, und nichts von dir ist verloren. Lade die Seite neu, dann geht es weiter.',

  'form.required.name': 'Gib deinen Namen ein.',
  'form.required.password': 'Gib dein Passwort ein.',
  'form.required.code': 'Gib den Einrichtungscode ein.',
  'form.name': 'Name',
  'form.password': 'Passwort',
  'form.reveal': 'Eingabe zeigen',
  'form.conceal': 'Eingabe verbergen',

  'session.page': 'Anmelden',
  'session.title': 'Was schauen wir?',
  'session.lead':
    'Füge einen Link ein und sieh zu, wie er in deiner Bibliothek ankommt. Für die Leute dieses Hauses.',
  'session.stay': 'Auf diesem Gerät angemeldet bleiben',
  'session.submit': 'Anmelden',
  'session.submitting': 'Anmeldung läuft',
  'session.foot':
    'Nur Leute dieses Servers kommen herein. Nichts hier fragt eine andere Website nach dir.',
  'session.ended': 'Deine Sitzung ist zu Ende. Melde dich an, und du bist wieder, wo du warst.',

  'setup.page': 'Einrichtung',
  'setup.title': 'Fühl dich wie zu Hause.',
  'setup.lead':
    'MediaNest läuft und kennt noch niemanden. Der Code zeigt, dass dieser Server dir gehört; das Konto ist sein erster Admin.',
  'setup.steps': 'Einrichtung, Schritt {step} von 3',
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
};
