/** Plainly invented people; their mails end in example.com, which nobody owns. */
export type DemoShopper = {
  name: string
  email: string
  locale: 'en' | 'de'
  country: string
  address: { line1: string; postcode: string; city: string }
}

const shopper = (name: string, locale: 'en' | 'de', country: string, line1: string, place: string): DemoShopper => {
  const [postcode = '', ...city] = place.split(' ')
  const email = `${name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]+/g, '.')}@example.com`
  return { name, email, locale, country, address: { line1, postcode, city: city.join(' ') } }
}

export const shoppers: readonly DemoShopper[] = [
  shopper('Ada Winterfeld', 'de', 'DE', 'Lindenweg 4', '22767 Hamburg'),
  shopper('Bruno Salzmann', 'de', 'DE', 'Am Deich 21', '28199 Bremen'),
  shopper('Carla Moos', 'de', 'DE', 'Kastanienallee 88', '10435 Berlin'),
  shopper('Dario Fenn', 'en', 'DE', 'Torstrasse 17', '10119 Berlin'),
  shopper('Edda Kranich', 'de', 'DE', 'Ufergasse 2', '50667 Köln'),
  shopper('Finn Oster', 'de', 'DE', 'Marktplatz 9', '04109 Leipzig'),
  shopper('Greta Halm', 'de', 'AT', 'Neubaugasse 31', '1070 Wien'),
  shopper('Hugo Lindgren', 'en', 'DK', 'Vestergade 5', '8000 Aarhus'),
  shopper('Iris van Duin', 'en', 'NL', 'Nieuwe Gracht 44', '3512 Utrecht'),
  shopper('Jonas Tann', 'de', 'DE', 'Bergstrasse 60', '69120 Heidelberg'),
  shopper('Kaya Birk', 'de', 'DE', 'Hafenstrasse 12', '24103 Kiel'),
  shopper('Lior Stein', 'en', 'DE', 'Sonnenallee 140', '12059 Berlin'),
  shopper('Maren Quell', 'de', 'DE', 'Wiesenweg 7', '79098 Freiburg'),
  shopper('Nora Beck', 'de', 'AT', 'Sporgasse 3', '8010 Graz'),
  shopper('Oskar Reet', 'de', 'DE', 'Dünenpfad 1', '25980 Sylt'),
  shopper('Paula Lamm', 'en', 'IE', 'Harbour Row 6', 'D02 Dublin'),
  shopper('Quirin Esch', 'de', 'DE', 'Gartenstrasse 19', '80331 München'),
  shopper('Romy Sand', 'de', 'DE', 'Elbchaussee 201', '22605 Hamburg'),
  shopper('Selma Grau', 'en', 'BE', 'Korte Straat 15', '2000 Antwerpen'),
  shopper('Till Ahorn', 'de', 'DE', 'Waldrand 8', '01067 Dresden'),
]
