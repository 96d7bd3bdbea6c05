/** Apart from the dictionaries: the error page runs in the browser, and carries only these words. */
export const error = {
  fr: {
    title: 'Un problème est survenu',
    text: 'Le service est interrompu un moment. Rien de ce qui est enregistré n’est perdu. Réessayez dans quelques minutes.',
    retry: 'Réessayer',
  },
  en: {
    title: 'A problem occurred',
    text: 'The service is interrupted for a moment. Nothing recorded is lost. Try again in a few minutes.',
    retry: 'Try again',
  },
}
