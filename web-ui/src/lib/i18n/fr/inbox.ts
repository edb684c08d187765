import type { Inbox } from '../messages';

export const inbox: Inbox = {
  'page.inbox': 'Boîte de réception',
  'inbox.bell': {
    one: 'Boîte de réception, {count} non lu',
    other: 'Boîte de réception, {count} non lus',
  },
  'inbox.open': 'Ouvrir',
  'inbox.head': 'Vous savez tout.',
  'inbox.head.new': { one: 'Il y a une nouvelle.', other: 'Il y a {count} nouvelles.' },
  'inbox.head.many': 'Il y a plus de {count} nouvelles.',
  'inbox.lead': 'Ce que sont devenus vos souhaits, ce que vous suivez et vos téléchargements.',
  'inbox.readAll': 'Tout marquer comme lu',
  'inbox.read.failed': 'Impossible de le marquer comme lu.',
  'inbox.new': 'Nouveau :',
  'inbox.loading': 'Chargement de la boîte de réception',
  'inbox.failed': 'Impossible de charger la boîte de réception',
  'inbox.failed.safe': 'Rien n’est perdu.',
  'inbox.none': 'Rien ne s’est encore passé.',
  'inbox.none.text':
    'Dès qu’un souhait a sa réponse ou qu’il est arrivé, cela apparaît ici, avec la raison s’il y en a une.',
  'inbox.REQUEST_AVAILABLE': '{title} est dans Plex.',
  'inbox.REQUEST_DECLINED': '{title} a été refusé.',
  'inbox.REQUEST_FAILED': '{title} n’a pas pu être obtenu.',
  'inbox.FOLLOWED_AVAILABLE': '{title} est dans Plex.',
  'inbox.FOLLOWED_DECLINED': '{title} a été refusé.',
  'inbox.DOWNLOAD_IN_PLEX': '{title} peut être regardé dans Plex.',
  'inbox.untitled.asked': 'Ce que vous avez demandé',
  'inbox.untitled.followed': 'Ce que vous suivez',
  'inbox.untitled.brought': 'Votre téléchargement',
  'inbox.cause.asked': 'Vous l’avez demandé',
  'inbox.cause.followed': 'Vous le suivez',
  'inbox.cause.brought': 'Vous l’avez apporté par un lien',

  'ways.open': 'Comment vous l’apprenez',
  'ways.title': 'Comment vous l’apprenez',
  'ways.inbox': 'Dans tous les cas, cela se trouve dans cette boîte de réception.',
  'ways.failed': 'Impossible de charger vos choix.',
  'ways.mail': 'Par courriel',
  'ways.mail.on': 'M’écrire quand quelque chose est décidé ou arrivé',
  'ways.mail.address': 'Adresse',
  'ways.mail.missing': 'Indiquez l’adresse à laquelle écrire.',
  'ways.mail.none':
    'Ce serveur n’envoie pas de courriels. Un admin peut lui donner un serveur de courriel.',
  'ways.save': 'Enregistrer',
  'ways.saved': 'Enregistré.',
  'ways.device': 'Sur cet appareil',
  'ways.device.ON': 'Vous l’apprenez ici, même quand MediaNest est fermé.',
  'ways.device.OFF':
    'L’apprendre ici, même quand MediaNest est fermé. Votre navigateur vous posera la question.',
  'ways.device.REFUSED':
    'Vous avez dit à ce navigateur de ne rien montrer de MediaNest. Cela se change dans ses réglages pour ce site.',
  'ways.device.INSTALL_FIRST':
    'Sur un iPhone ou un iPad, mettez d’abord MediaNest sur l’écran d’accueil : Partager, puis Sur l’écran d’accueil. Ouvrez-le ensuite de là.',
  'ways.device.INSECURE':
    'Les navigateurs ne le permettent que là où MediaNest est ouvert en https. Un admin peut s’en charger.',
  'ways.device.CANNOT': 'Ce navigateur ne peut rien montrer quand MediaNest est fermé.',
  'ways.device.turnOn': 'Activer',
  'ways.device.turnOff': 'Désactiver',
  'ways.device.failed': 'Le service push de ce navigateur n’a pas répondu. Réessayez plus tard.',
};
