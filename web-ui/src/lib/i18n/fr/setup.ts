import type { SetUp } from '../messages';

export const setup: SetUp = {
  'setup.page': 'Installation',
  'setup.title': 'Faites comme chez vous.',
  'setup.lead':
    'MediaNest fonctionne et ne connaît encore personne. Le code montre que ce serveur est à vous ; le compte sera son premier administrateur.',
  'setup.steps': 'Installation, étape {step} sur {count}',
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
  'setup.step.plex': 'Connecter Plex',
  'setup.step.plex.hint': 'Le serveur et ses bibliothèques',
  'setup.step.requests': 'Demandes',
  'setup.step.requests.hint': 'Seerr, Radarr et Sonarr, ou rien encore',
  'setup.step.films': 'Données des films',
  'setup.step.films.hint': 'Clé TMDB',
  'setup.plex.title': 'Quel Plex est la maison ?',
  'setup.plex.lead':
    'Connectez-vous avec Plex et choisissez le serveur que vous partagez. Ceux avec qui il est partagé pourront entrer.',
  'setup.requests.title': 'Qui récupère ce que l’on demande ?',
  'setup.requests.lead':
    'Les demandes acceptées vont là. Sans cela, elles attendent ici, et rien n’est perdu.',
  'setup.requests.way': 'Qui le récupère',
  'setup.requests.way.SEERR': 'Overseerr ou Seerr',
  'setup.requests.way.ARRS': 'Radarr et Sonarr',
  'setup.requests.way.NONE': 'Personne encore',
  'setup.films.title': 'D’où viennent les affiches ?',
  'setup.films.lead': 'TMDB connaît films et séries. Sa clé est gratuite, pour qui en demande une.',
  'setup.done.title': 'La salle est noire, le film est prêt.',
  'setup.done.lead':
    'Tout se change sous Connexions. Invitez les gens en partageant avec eux votre serveur Plex.',
  'setup.unfinished': 'L’installation n’est pas terminée.',
  'setup.resume': 'Continuer l’installation',
  'setup.missing.plex': 'Plex n’est pas encore connecté : personne ne peut entrer avec lui.',
  'setup.missing.films': 'TMDB n’est pas encore connecté : il n’y a rien à demander.',
  'setup.back': 'Retour',
  'setup.skip': 'Plus tard',
  'setup.next': 'Continuer',
  'setup.finish': 'Ouvrir MediaNest',
  'setup.later.foot':
    'Vous pouvez vous arrêter à chaque étape. Elle est gardée, et tout se change ensuite sous Connexions.',
};
