import type { Door } from '../messages';

export const door: Door = {
  'app.skip': 'Aller au contenu',
  'app.home': 'MediaNest, accueil',
  'app.pages': 'Pages',
  'app.notifications': 'Notifications',

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
    'Collez un lien et regardez-le arriver dans votre bibliothèque. Pour les gens de cette maison.',
  'session.stay': 'Rester connecté sur cet appareil',
  'session.submit': 'Se connecter',
  'session.submitting': 'Connexion en cours',
  'session.foot':
    'Seules les personnes de ce serveur peuvent entrer. Rien ici ne parle de vous à un autre site.',
  'session.ended':
    'Votre session est terminée. Reconnectez-vous, et vous reviendrez où vous étiez.',

  'setup.page': 'Installation',
  'setup.title': 'Faites comme chez vous.',
  'setup.lead':
    'MediaNest fonctionne et ne connaît encore personne. Le code montre que ce serveur est à vous ; le compte sera son premier administrateur.',
  'setup.steps': 'Installation, étape {step} sur 3',
  'setup.step.code': 'Code',
  'setup.step.code.hint': 'Affiché là où MediaNest a été démarré',
  'setup.step.code.done': 'Saisi',
  'setup.step.account': 'Vous',
  'setup.step.account.hint': 'Nom et mot de passe de l’administrateur',
  'setup.step.account.done': '{name}, administrateur',
  'setup.step.done': 'Terminé',
  'setup.step.done.hint': 'Collez votre premier lien',
  'setup.code': 'Code d’installation',
  'setup.code.hint':
    'Huit lettres et chiffres. Il figure dans le terminal où MediaNest a été démarré.',
  'setup.code.invalid': 'Le code a huit lettres et chiffres, par exemple 4F7K-Q2MX.',
  'setup.name.hint': 'Deux caractères ou plus : lettres, chiffres, points, tirets et tirets bas.',
  'setup.name.invalid':
    'Utilisez de 2 à 32 lettres, chiffres, points, tirets et tirets bas, en commençant par une lettre ou un chiffre.',
  'setup.password.hint':
    'Dix caractères ou plus. Une courte phrase se retient bien et se devine mal.',
  'setup.password.short': 'Utilisez dix caractères ou plus.',
  'setup.password.long': 'Utilisez 256 caractères au plus.',
  'setup.submit': 'Créer le compte',
  'setup.submitting': 'Création du compte',
  'setup.foot':
    'Le code ne sert qu’une fois. Après cette étape, personne ne pourra plus s’approprier ce serveur.',
};
