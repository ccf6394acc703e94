import type { ContentByLocale } from './content.ts'

export const privacy: ContentByLocale = {
  en: ({ name, supportEmail }) => ({
    title: 'Privacy',
    lead: 'We keep what is needed to bring you your order, and nothing else. There is no tracking and no advertising on these pages.',
    parts: [
      {
        title: 'What we keep, and why',
        text: [
          'When you order, we keep your name, email, address and what you bought. We need it to deliver, to answer questions, and because tax law asks us to keep invoices. It is stored encrypted.',
        ],
      },
      {
        title: 'Paying',
        text: [
          'Card details are entered with the bank, in a frame or on a page of its own. We learn whether it worked, the brand and the last four digits. The number itself never reaches us.',
        ],
      },
      {
        title: 'Cookies',
        text: [
          'There are two, and both are needed: one remembers your cart, the other the number beside the bag. They last 90 days. At checkout, what you type is also kept in your browser for a day, so that nothing is lost when the connection is.',
        ],
      },
      {
        title: 'Who else sees it',
        text: ['The bank, for the payment, and the carrier, for your address. Nobody else, and never for advertising.'],
      },
      {
        title: 'Your rights',
        text: [
          `You may see, correct, take with you or have erased what we know about you, as far as the law does not oblige us to keep it. A mail to ${supportEmail} is enough. You may also complain to the data protection authority.`,
        ],
      },
      { title: 'Who is responsible', text: [`${name}. The address stands under contact and imprint.`] },
    ],
  }),
  de: ({ name, supportEmail }) => ({
    title: 'Datenschutz',
    lead: 'Wir bewahren auf, was nötig ist, damit die Bestellung ankommt, und sonst nichts. Auf diesen Seiten gibt es weder Tracking noch Werbung.',
    parts: [
      {
        title: 'Was wir aufbewahren und warum',
        text: [
          'Bei einer Bestellung speichern wir Name, E-Mail, Adresse und die gekauften Dinge. Wir brauchen das für die Lieferung, für Rückfragen und weil das Steuerrecht verlangt, Rechnungen aufzubewahren. Gespeichert wird verschlüsselt.',
        ],
      },
      {
        title: 'Bezahlen',
        text: [
          'Kartendaten werden bei der Bank eingegeben, in einem eigenen Rahmen oder auf einer eigenen Seite. Wir erfahren, ob es geklappt hat, dazu die Marke und die letzten vier Ziffern. Die Nummer selbst erreicht uns nie.',
        ],
      },
      {
        title: 'Cookies',
        text: [
          'Es gibt zwei, und beide sind nötig: Einer merkt sich den Warenkorb, der andere die Zahl neben der Tasche. Sie halten 90 Tage. An der Kasse bleiben die Eingaben außerdem einen Tag im Browser, damit bei einer Unterbrechung nichts verloren geht.',
        ],
      },
      {
        title: 'Wer es sonst sieht',
        text: ['Die Bank für die Zahlung und der Zusteller für die Adresse. Sonst niemand, und nie für Werbung.'],
      },
      {
        title: 'Ihre Rechte',
        text: [
          `Sie können Auskunft, Berichtigung, Herausgabe oder Löschung verlangen, soweit wir nicht gesetzlich zur Aufbewahrung verpflichtet sind. Eine E-Mail an ${supportEmail} genügt. Auch eine Beschwerde bei der Datenschutzbehörde ist möglich.`,
        ],
      },
      { title: 'Verantwortlich', text: [`${name}. Die Anschrift steht unter Kontakt und Impressum.`] },
    ],
  }),
}
