import type { Door } from '../messages';

export const door: Door = {
  'app.skip': 'Aller au contenu',
  'app.home': 'MediaNest, accueil',
  'app.pages': 'Pages',
  'app.messages': 'Messages',

  'action.close': 'Fermer',
  'action.cancel': 'Annuler',
  'action.tryAgain': 'Réessayer',
  'action.tryNow': 'Réessayer maintenant',
  'action.goHome': 'Retour à l’accueil',
  'action.reload': 'Recharger la page',

  'account.language': 'Langue',

  'problem.UNREACHABLE':
    'MediaNest ne répond pas. Vérifiez la connexion de cet appareil, puis réessayez.',
  'problem.TIMED_OUT': 'MediaNest a mis trop de temps à répondre. Réessayez dans un instant.',
  'problem.SERVICE_UNAVAILABLE':
    'Cette partie de MediaNest n’est pas disponible. Elle revient en général en moins d’une minute.',
  'problem.RATE_LIMITED': 'C’était un peu rapide. Attendez un instant, puis réessayez.',
  'problem.UNAUTHENTICATED': 'Votre session est terminée. Connectez-vous à nouveau.',
  'problem.FORBIDDEN': 'Vous n’avez pas ce droit. Un administrateur peut vous l’accorder.',
  'problem.NOT_FOUND': 'Ceci n’existe plus.',
  'problem.UNEXPECTED':
    'Une erreur s’est produite chez nous. Réessayez ; si elle persiste, prévenez un administrateur.',
  'problem.number': 'Si cela persiste, donnez ce numéro à un administrateur :',

  'boot.title': 'MediaNest ne répond pas.',
  'boot.text':
    'Il est peut-être en train de démarrer. Cette page réessaie toutes les quelques secondes et s’ouvre toute seule.',

  'crash.title': 'Cette page est tombée.',
  'crash.text': 'C’est notre faute, et rien n’est perdu. Rechargez la page pour continuer.',

  'form.required.name': 'Saisissez votre nom.',
  'form.required.password': 'Saisissez votre mot de passe.',
  'form.required.code': 'Saisissez le code d’installation.',
  'form.name': 'Nom',
  'form.password': 'Mot de passe',
  'form.reveal': 'Afficher la saisie',
  'form.conceal': 'Masquer la saisie',

  'session.page': 'Connexion',
  'session.title': 'Que regarde-t-on ?',
  'session.lead':
    'Cherchez, demandez films et séries, et voyez-les arriver. Pour les gens de cette maison.',
  'session.stay': 'Rester connecté sur cet appareil',
  'session.submit': 'Se connecter',
  'session.submitting': 'Connexion en cours',
  'session.plex': 'Continuer avec Plex',
  'session.plex.opening': 'Ouverture de Plex',
  'session.plex.waiting': 'En attente de Plex',
  'session.plex.window': 'Dites oui dans la fenêtre de Plex. Cette page continue d’elle-même.',
  'session.plex.blocked': 'Votre navigateur a retenu la fenêtre.',
  'session.plex.open': 'Ouvrir Plex',
  'session.plex.again': 'Recommencer',
  'session.plex.elsewhere': 'Sur une télé ou un autre téléphone ?',
  'session.plex.code': 'Obtenir un code',
  'session.plex.enter': 'Saisissez ceci sur {place}',
  'session.plex.left': 'En attente de Plex, encore {minutes} min',
  'session.plex.codeIs': 'Code',
  'session.plex.expired': 'C’était trop long, c’est terminé. Recommencez.',
  'session.plex.failed': 'Plex ne vous a pas laissé entrer.',
  'session.local': 'Nom et mot de passe',
  'session.foot':
    'Seules les personnes de ce serveur peuvent entrer. Rien ici ne parle de vous à un autre site.',
  'session.ended':
    'Votre session est terminée. Reconnectez-vous, et vous reviendrez où vous étiez.',
};
