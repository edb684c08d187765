import type { Inbox } from '../messages';

export const inbox: Inbox = {
  'page.inbox': 'Posteingang',
  'inbox.bell': { one: 'Posteingang, {count} ungelesen', other: 'Posteingang, {count} ungelesen' },
  'inbox.open': 'Öffnen',
  'inbox.head': 'Du weißt alles.',
  'inbox.head.new': { one: 'Eines ist neu.', other: '{count} Dinge sind neu.' },
  'inbox.head.many': 'Mehr als {count} Dinge sind neu.',
  'inbox.lead': 'Was aus deinen Wünschen wurde, aus dem, dem du folgst, und aus deinen Downloads.',
  'inbox.readAll': 'Alles als gelesen markieren',
  'inbox.read.failed': 'Das ließ sich nicht als gelesen markieren.',
  'inbox.new': 'Neu:',
  'inbox.loading': 'Posteingang wird geladen',
  'inbox.failed': 'Der Posteingang konnte nicht geladen werden',
  'inbox.failed.safe': 'Nichts davon ist verloren.',
  'inbox.none': 'Noch ist nichts geschehen.',
  'inbox.none.text':
    'Sobald ein Wunsch beantwortet oder angekommen ist, steht es hier, mit dem Grund, wenn es einen gibt.',
  'inbox.REQUEST_AVAILABLE': '{title} ist in Plex.',
  'inbox.REQUEST_DECLINED': '{title} wurde abgelehnt.',
  'inbox.REQUEST_FAILED': '{title} ließ sich nicht beschaffen.',
  'inbox.FOLLOWED_AVAILABLE': '{title} ist in Plex.',
  'inbox.FOLLOWED_DECLINED': '{title} wurde abgelehnt.',
  'inbox.DOWNLOAD_IN_PLEX': '{title} lässt sich in Plex ansehen.',
  'inbox.untitled.asked': 'Etwas, das du dir gewünscht hast,',
  'inbox.untitled.followed': 'Etwas, dem du folgst,',
  'inbox.untitled.brought': 'Dein Download',
  'inbox.cause.asked': 'Du hast es dir gewünscht',
  'inbox.cause.followed': 'Du folgst ihm',
  'inbox.cause.brought': 'Du hast es über einen Link geholt',

  'ways.open': 'Wie du davon hörst',
  'ways.title': 'Wie du davon hörst',
  'ways.inbox': 'In diesem Posteingang steht es auf jeden Fall.',
  'ways.failed': 'Deine Auswahl konnte nicht geladen werden.',
  'ways.mail': 'Per E-Mail',
  'ways.mail.on': 'Schreibt mir, wenn etwas entschieden oder angekommen ist',
  'ways.mail.address': 'Adresse',
  'ways.mail.missing': 'Gib die Adresse ein, an die geschrieben wird.',
  'ways.mail.none':
    'Dieser Server verschickt keine E-Mails. Ein Admin kann ihm einen Mailserver geben.',
  'ways.save': 'Speichern',
  'ways.saved': 'Gespeichert.',
  'ways.device': 'Auf diesem Gerät',
  'ways.device.ON': 'Du erfährst es hier, auch wenn MediaNest geschlossen ist.',
  'ways.device.OFF':
    'Erfahre es hier, auch wenn MediaNest geschlossen ist. Dein Browser fragt dich dann.',
  'ways.device.REFUSED':
    'Du hast diesem Browser gesagt, dass er nichts von MediaNest zeigen soll. Das änderst du in seinen Einstellungen für diese Seite.',
  'ways.device.INSTALL_FIRST':
    'Lege MediaNest auf einem iPhone oder iPad zuerst auf den Home-Bildschirm: Teilen, dann Zum Home-Bildschirm. Öffne es danach von dort.',
  'ways.device.INSECURE':
    'Browser erlauben das nur, wo MediaNest über https geöffnet ist. Ein Admin kann das einrichten.',
  'ways.device.CANNOT': 'Dieser Browser kann nichts zeigen, solange MediaNest geschlossen ist.',
  'ways.device.turnOn': 'Einschalten',
  'ways.device.turnOff': 'Ausschalten',
  'ways.device.failed':
    'Der Push-Dienst dieses Browsers hat nicht geantwortet. Versuche es später noch einmal.',
};
