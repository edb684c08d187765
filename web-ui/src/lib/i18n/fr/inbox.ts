import type { Inbox } from '../messages';

export const inbox: Inbox = {
  'page.inbox': 'Boîte de réception',
  'inbox.bell': {
    one: 'Boîte de réception, {count} non lu',
    other: 'Boîte de réception, {count} non lus',
  },
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
};
