import type { fr } from '@payloadcms/translations/languages/fr'

type Payload = typeof fr.translations
type Words = { [Part in keyof Payload]?: Partial<Record<keyof Payload[Part], string>> }

/**
 * Words of the panel that Payload's French says with both genders at once, or with another meaning,
 * and those that speak of Payload itself: nobody here knows what that is.
 */
export const panelWords: { fr: Words; en: Words } = {
  fr: {
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
      creatingNewLabel: 'Ajouter : {{label}}',
      deletedCountSuccessfully: 'Supprimé : {{count}} {{label}}.',
      deletedSuccessfully: 'C’est supprimé.',
      descending: 'Décroissant',
      ascending: 'Croissant',
      edit: 'Modifier',
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
      successfullyCreated: '{{label}} : c’est enregistré.',
      time: 'Heure',
      titleDeleted: '{{label}} « {{title}} » : c’est supprimé.',
      updatedCountSuccessfully: 'Enregistré : {{count}} {{label}}.',
      updatedLabelSuccessfully: '{{label}} : c’est enregistré.',
      updatedSuccessfully: 'C’est enregistré.',
      uploading: 'Envoi en cours',
      uploadingBulk: 'Envoi de {{current}} sur {{total}}',
    },
  },
  en: { general: { payloadSettings: 'Display' } },
}
