import type { fr } from '@payloadcms/translations/languages/fr'

type Payload = typeof fr.translations
type Words = { [Part in keyof Payload]?: Partial<Record<keyof Payload[Part], string>> }

/**
 * Words of the panel that Payload's French says with both genders at once, or with another meaning,
 * and those that speak of Payload itself: nobody here knows what that is.
 */
export const panelWords: { fr: Words; en: Words } = {
  fr: {
    authentication: {
      forgotPasswordEmailInstructions:
        'Donnez votre e-mail : un lien pour choisir un nouveau mot de passe vous est envoyé.',
      checkYourEmailForPasswordReset:
        'Si cet e-mail est celui d’un compte, un lien pour choisir un nouveau mot de passe est en route. Rien après quelques minutes ? Regardez les indésirables.',
      resetPassword: 'Choisir un nouveau mot de passe',
    },
    error: {
      documentNotFound: 'Cette fiche n’existe pas, ou ne vous est pas ouverte.',
      loadingDocument: 'Cette fiche n’a pas pu être ouverte. Rechargez la page.',
    },
    fields: {
      addLink: 'Ajouter un lien',
      addNew: 'Ajouter',
      addNewLabel: 'Ajouter : {{label}}',
      addUpload: 'Ajouter un fichier',
      chooseFromExisting: 'Choisir dans la liste',
      chooseLabel: 'Choisir : {{label}}',
      editLabelData: 'Modifier : {{label}}',
      labelRelationship: 'Lié à : {{label}}',
      newLabel: 'Ajouter : {{label}}',
      selectExistingLabel: 'Choisir : {{label}}',
      toggleBlock: 'Ouvrir ou fermer',
      swapUpload: 'Changer de fichier',
      uploadNewLabel: 'Envoyer un fichier : {{label}}',
    },
    general: {
      aboutToDelete: 'Supprimer « <1>{{title}}</1> » ({{label}}) ? C’est définitif.',
      addBelow: 'Ajouter en dessous',
      clear: 'Effacer',
      copy: 'Copier',
      copying: 'Copie en cours',
      created: 'Créé',
      createdAt: 'Créé le',
      createNew: 'Ajouter',
      createNewLabel: 'Ajouter : {{label}}',
      creating: 'Ajout',
      creatingNewLabel: 'Ajouter : {{label}}',
      currentlyEditing:
        'modifie cette fiche en ce moment. Si vous prenez la main, cette personne ne pourra plus l’enregistrer et perdra ce qui ne l’est pas.',
      deletedCountSuccessfully: 'Supprimé : {{count}} {{label}}.',
      deletedSuccessfully: 'C’est supprimé.',
      descending: 'Décroissant',
      ascending: 'Croissant',
      edit: 'Modifier',
      editing: 'Modification',
      goBack: 'Retour',
      item: 'élément',
      items: 'éléments',
      newLabel: 'Ajouter : {{label}}',
      next: 'Suivant',
      noLabel: '–',
      none: 'Aucun',
      noResults:
        'Aucun résultat ({{label}}) : rien n’est encore enregistré, ou rien ne correspond aux filtres.',
      notFound: 'Introuvable',
      payloadSettings: 'Affichage',
      perPage: 'Par page : {{limit}}',
      selectAll: 'Tout sélectionner {{count}} {{label}}',
      selectedCount: 'Sélection : {{count}} {{label}}',
      submissionSuccessful: 'C’est envoyé.',
      submit: 'Recevoir le lien',
      successfullyCreated: '{{label}} : c’est enregistré.',
      takeOver: 'Prendre la main',
      time: 'Heure',
      titleDeleted: '{{label}} « {{title}} » : c’est supprimé.',
      updatedCountSuccessfully: 'Enregistré : {{count}} {{label}}.',
      updatedLabelSuccessfully: '{{label}} : c’est enregistré.',
      updatedSuccessfully: 'C’est enregistré.',
      uploading: 'Envoi en cours',
      uploadingBulk: 'Envoi de {{current}} sur {{total}}',
    },
    upload: {
      bulkUpload: 'Ajouter plusieurs fichiers',
      filesToUpload: 'Fichiers à envoyer',
      fileToUpload: 'Fichier à envoyer',
    },
    validation: {
      emailAddress: 'Écrivez un e-mail complet, par exemple awa@example.com.',
      enterNumber: 'Écrivez un nombre.',
      greaterThanMax: '{{label}} : au plus {{max}}.',
      lessThanMin: '{{label}} : au moins {{min}}.',
      longerThanMin: 'Au moins {{minLength}} caractères.',
      shorterThanMax: 'Au plus {{maxLength}} caractères.',
    },
    version: {
      currentDraft: 'Brouillon actuel',
      currentlyViewing: 'Affichée ici',
      currentPublishedVersion: 'Version publiée actuelle',
      modifiedOnly: 'Seulement ce qui a changé',
      noRowsFound: 'Rien de tel : {{label}}',
      previouslyDraft: 'Ancien brouillon',
      previouslyPublished: 'Publié auparavant',
      previousVersion: 'Version précédente',
      restoredSuccessfully: 'C’est restauré.',
    },
  },
  en: { general: { noLabel: '–', payloadSettings: 'Display' } },
}
