import { countryName } from '../../ui/dates.ts'
import type { ContentByLocale } from './content.ts'

const countriesIn = (codes: string[], locale: string) =>
  new Intl.ListFormat(locale).format(codes.map((code) => countryName(code, locale)))

export const delivery: ContentByLocale = {
  en: ({ countries, supportEmail, locations }) => ({
    title: 'Delivery and returns',
    lead: 'What it costs and when it arrives stands on every product, and again before you pay. There is nothing to be found out later.',
    parts: [
      {
        title: 'Where we deliver',
        text: [`To ${countriesIn(countries, 'en')}. Choose your country at checkout to see its price and dates.`],
      },
      {
        title: 'How it travels',
        text: [
          'What is ordered before two o’clock on a working day leaves us the same day. You get a mail with the tracking link as soon as it does.',
          'Everything is packed in paper and board that goes into the paper bin.',
        ],
      },
      ...locations.slice(0, 1).map(({ name, address }) => ({
        title: 'Collecting it yourself',
        text: [
          `You can collect your order at ${name}, ${address.line1}, ${address.city}. It costs nothing. We write to you when it is ready.`,
        ],
      })),
      {
        title: '30 days to send it back',
        text: [
          'From the day it arrives you have 30 days to change your mind, for any reason. The right of withdrawal that the law gives you for 14 days is part of it and stays untouched.',
          `Write to ${supportEmail} with your order number, and we send you a label. As soon as the parcel is back with us, you get your money the way you paid it, within 14 days at the latest.`,
        ],
        list: [
          'Used is fine, as long as it can still be shown to a friend.',
          'Food that has been opened, and candles that have been lit, stay with you.',
        ],
      },
      {
        title: 'If something is wrong',
        text: [
          'Broken in the post, faulty, or simply not what you ordered: tell us, with a photo if you can. We put it right at our cost. The two years of legal warranty apply to everything.',
        ],
      },
    ],
  }),
  de: ({ countries, supportEmail, locations }) => ({
    title: 'Versand und Rückgabe',
    lead: 'Was der Versand kostet und wann er ankommt, steht bei jedem Produkt und noch einmal vor dem Bezahlen. Später kommt nichts hinzu.',
    parts: [
      {
        title: 'Wohin wir liefern',
        text: [
          `In diese Länder: ${countriesIn(countries, 'de')}. Preis und Termin erscheinen an der Kasse, sobald das Land gewählt ist.`,
        ],
      },
      {
        title: 'Wie es reist',
        text: [
          'Was an einem Werktag vor 14 Uhr bestellt wird, geht am selben Tag auf die Reise. Sobald es losgeht, kommt eine E-Mail mit der Sendungsverfolgung.',
          'Verpackt wird in Papier und Karton, beides kann ins Altpapier.',
        ],
      },
      ...locations.slice(0, 1).map(({ name, translations, address }) => ({
        title: 'Selbst abholen',
        text: [
          `Bestellungen lassen sich kostenlos abholen: ${translations.de?.name ?? name}, ${address.line1}, ${address.city}. Wir schreiben, sobald alles bereitliegt.`,
        ],
      })),
      {
        title: '30 Tage Rückgabe',
        text: [
          'Ab dem Tag der Lieferung bleiben 30 Tage, um es sich anders zu überlegen, aus jedem Grund. Das gesetzliche Widerrufsrecht von 14 Tagen ist darin enthalten und bleibt unberührt.',
          `Eine Nachricht mit der Bestellnummer an ${supportEmail} genügt, dann schicken wir ein Etikett. Sobald das Paket wieder bei uns ist, geht das Geld auf demselben Weg zurück, spätestens nach 14 Tagen.`,
        ],
        list: [
          'Benutzt ist in Ordnung, solange man es noch herzeigen mag.',
          'Geöffnete Lebensmittel und angezündete Kerzen sind ausgenommen.',
        ],
      },
      {
        title: 'Wenn etwas nicht stimmt',
        text: [
          'In der Post zerbrochen, fehlerhaft oder einfach nicht das Bestellte: Bitte sagen Sie es uns, am besten mit Foto. Wir bringen es auf unsere Kosten in Ordnung. Für alles gilt die gesetzliche Gewährleistung von zwei Jahren.',
        ],
      },
    ],
  }),
}
