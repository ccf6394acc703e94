/** The invented makers whose things the demo shop sells, and where they say they work. */
export const makers = {
  pottery: 'Ostholt Keramik',
  workshop: 'Lindgrove',
  weavers: 'Weberei Hallau',
  house: 'Juniper & Salt',
} as const
