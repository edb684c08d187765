import type { Door } from '../messages';

export const door: Door = {
  'app.skip': 'Zum Inhalt springen',
  'app.home': 'MediaNest, Startseite',
  'app.pages': 'Seiten',
  'app.messages': 'Meldungen',

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
    'Suche, wünsche dir Filme und Serien, und sieh sie ankommen. Für die Leute dieses Hauses.',
  'session.stay': 'Auf diesem Gerät angemeldet bleiben',
  'session.submit': 'Anmelden',
  'session.submitting': 'Anmeldung läuft',
  'session.plex': 'Weiter mit Plex',
  'session.plex.opening': 'Plex wird geöffnet',
  'session.plex.waiting': 'Warte auf Plex',
  'session.plex.window': 'Sag im Fenster von Plex ja. Diese Seite geht von selbst weiter.',
  'session.plex.blocked': 'Dein Browser hat das Fenster zurückgehalten.',
  'session.plex.open': 'Plex öffnen',
  'session.plex.again': 'Neu beginnen',
  'session.plex.elsewhere': 'An einem Fernseher oder anderen Telefon?',
  'session.plex.code': 'Code holen',
  'session.plex.enter': 'Gib das auf {place} ein',
  'session.plex.left': 'Warte auf Plex, noch {minutes} min',
  'session.plex.codeIs': 'Code',
  'session.plex.expired': 'Das hat zu lange gedauert und ist beendet. Beginne neu.',
  'session.plex.failed': 'Plex hat dich nicht hereingelassen.',
  'session.local': 'Name und Passwort',
  'session.foot':
    'Nur Leute dieses Servers kommen herein. Nichts hier fragt eine andere Website nach dir.',
  'session.ended': 'Deine Sitzung ist zu Ende. Melde dich an, und du bist wieder, wo du warst.',
};
