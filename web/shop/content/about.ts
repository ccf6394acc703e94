import type { ContentByLocale } from './content.ts'

export const about: ContentByLocale = {
  en: ({ name, locations }) => ({
    title: 'About us',
    lead: `${name} is a small shop for things that are used every day and are better for it.`,
    parts: [
      {
        title: 'How we choose',
        text: [
          'We ask three questions of everything we sell. Would we use it ourselves, every day? Can it be repaired, or does it age well? Do we know who made it?',
          'What gets three times yes comes onto the shelf. Most things do not, which is why there are not very many.',
        ],
      },
      {
        title: 'Who makes it',
        text: [
          'Potters, weavers, joiners and a few families who grow tea and keep bees. Most of them work with fewer than ten people. We pay on delivery and we order again.',
        ],
      },
      {
        title: 'When something wears',
        text: [
          'Corks, seals, wicks and brush heads are kept in stock for as long as we sell the thing they belong to. If something breaks that should not, write to us. We would rather mend it than replace it.',
        ],
      },
      ...locations.slice(0, 1).map(({ address }) => ({
        title: 'Come by',
        text: [
          `Everything can be picked up and turned over in our shop at ${address.line1}, ${address.city}. There is usually tea.`,
        ],
      })),
    ],
  }),
  de: ({ name, locations }) => ({
    title: 'Über uns',
    lead: `${name} ist ein kleiner Laden für Dinge, die jeden Tag gebraucht werden und dadurch gewinnen.`,
    parts: [
      {
        title: 'Wie wir auswählen',
        text: [
          'Jedem Stück stellen wir drei Fragen. Würden wir es selbst benutzen, jeden Tag? Lässt es sich reparieren, oder wird es mit der Zeit schöner? Wissen wir, wer es gemacht hat?',
          'Was dreimal ein Ja bekommt, steht im Regal. Die meisten Dinge bekommen es nicht, deshalb sind es nicht sehr viele.',
        ],
      },
      {
        title: 'Wer es macht',
        text: [
          'Töpferinnen, Weber, Tischlerinnen und ein paar Familien, die Tee anbauen und Bienen halten. Die meisten arbeiten mit weniger als zehn Leuten. Wir zahlen bei Lieferung, und wir bestellen wieder.',
        ],
      },
      {
        title: 'Wenn etwas sich abnutzt',
        text: [
          'Korken, Dichtungen, Dochte und Bürstenköpfe halten wir vorrätig, solange wir das Stück verkaufen, zu dem sie gehören. Geht etwas kaputt, das nicht kaputtgehen sollte, genügt eine Nachricht. Wir reparieren lieber, als zu ersetzen.',
        ],
      },
      ...locations.slice(0, 1).map(({ address }) => ({
        title: 'Vorbeikommen',
        text: [
          `Alles lässt sich im Laden in die Hand nehmen: ${address.line1}, ${address.city}. Meistens gibt es Tee.`,
        ],
      })),
    ],
  }),
}
