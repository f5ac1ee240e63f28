/*
 * Words for journals of any size: English ones as often as they are in English, the most frequent first, and names from
 * many places. Further words are made up, see vocabulary.ts.
 */

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

export const ENGLISH = words(`
  the to and a of she he that in is it was for they with on we not but have as at be this what had said has from would
  about when so by an if who there asked will all more one time out up do no can her his them their our then could
  before after last next week now some think good call work day people two month much needs want wants plan first told
  year meeting talk like well long know still three see made back over than new been did how into only because where
  should which also again too get got just say says little great while left may part both small every change question
  answer price team budget offer project client renewal decision problem date deadline draft contract invoice report
  review pilot results number figures list notes proposal scope start end delay risk trust pause voice quiet slower
  faster careful open closed mention felt seemed looked smiled laughed waited listened agreed promised helped thanked
  apologised repaired introduced referred signed sent received moved kept let gone found lost began finished stopped
  manager director board partner colleague assistant owner founder office workshop warehouse school clinic studio
  morning afternoon evening yesterday today tomorrow spring summer autumn winter holiday family daughter son mother
  father sister brother birthday wedding illness house garden train journey city village country language coffee tea
  lunch dinner table chair window door letter email message phone video camera screen computer system software file
  money cost fee rate discount payment tax bank account profit loss growth market sales order customer supplier product
  service quality standard process step task role responsibility support training skill experience interest concern
  worry hope fear doubt reason cause effect example idea option choice alternative condition requirement need goal aim
  target measure result success failure mistake lesson feedback praise complaint request wish promise reminder follow
  early late soon often never always sometimes maybe perhaps probably certainly clearly simply quickly slowly carefully
  openly honestly gladly really quite rather almost enough less fewer most many several another other same different
  better worse best easy hard simple complex clear vague important urgent useful ready busy free tired happy sad angry
  calm proud glad sorry sure unsure certain able unable willing keen reluctant patient fair kind warm cold
  under above between behind beside against without within during since until through across along around toward
`);

export const GIVEN_NAMES = words(`
  Aino Alba Aleksandra Amélie Amina Anaïs Andrea Anja Annika Arjun Astrid Aurora Beatriz Bence Birgit Bruno Camille
  Carlos Chiara Chloé Clara Daniel Daria Diego Dragan Ebba Elena Elif Elio Emeka Emil Erik Esther Eva Farah Femke Filip
  Finn Florian Freya Gabriel Giulia Grace Greta Hanna Hassan Helga Hugo Ida Ilse Imani Inês Ingrid Isabel Ivan Jakob Jana
  Jasper João Johanna Jürgen Kaisa Karim Kasper Katarzyna Kemal Klara Kwame Lars Layla Leila Léa Linnea Luca Lucía Luka
  Magnus Maja Malik Marek Margot Mariana Marta Mats Maxime Mehmet Mia Mila Milan Mina Nadia Naomi Nikola Nina Noor Nuno
  Oksana Ola Olivia Omar Oskar Pablo Paula Pedro Petra Pia Rafael Rania Rasmus Renée Rosa Sara Selma Sibel Signe Sofia
  Søren Stefan Sunniva Tadeusz Tamara Tariq Teodor Théo Thandiwe Tomáš Ulla Vera Viktor Wanda Wiktoria Xavier Yara Yusuf
  Zeynep Zoë
`);

export const FAMILY_NAMES = words(`
  Abdi Abebe Achterberg Adeyemi Aguilar Ahlgren Almeida Andersson Arslan Bakker Balogun Barbosa Bauer Beaumont Becker
  Benali Berg Bianchi Björk Blanc Bondarenko Borg Bouchard Brandt Brennan Bruun Cardoso Carvalho Castillo Ceylan Chen
  Christensen Coleman Costa Czarnecki Dahl Danielsen Demir Dias Dijkstra Dubois Dupont Dvořák Eklund Eriksen Esposito
  Fahey Farkas Fernandes Ferrari Fischer Fontaine Forsberg Fournier Friis Gallagher García Girard Gonçalves Grabowski
  Haas Hakimi Hansen Hartmann Haugen Herrera Hoffmann Horvat Huber Ibrahim Ivanova Jansen Janković Jensen Jiménez
  Johansson Kaczmarek Kaplan Kariuki Kaya Keller Kessler Khan Kiplagat Kjær Kowalski Kovács Kruse Laurent Leclerc
  Lehtonen Lemaire Lindgren Lombardi Lopes Lund Machado Madsen Mahmoud Marchetti Marković Martins Mbeki Medina Mehta
  Mensah Mercier Meyer Moretti Murphy Møller Nagy Ndiaye Nguyen Nielsen Nikolić Novák Nowak Nyberg Oduya Okoye Olsen
  Orlova Ortega Ottesen Öztürk Park Patel Pavlović Pereira Petrov Pinto Popescu Quinn Rahman Ramos Ravn Reyes Ricci
  Romano Rossi Roux Ruiz Russo Salazar Santos Sato Schmitt Schneider Serrano Silva Singh Skov Sørensen Stojanović Strand
  Suzuki Svensson Szabó Takács Tanaka Toivonen Torres Usman Vargas Vasquez Vidal Virtanen Vogel Wagner Walsh Weber
  Wiśniewski Wójcik Yamamoto Yıldız Zając Zieliński Zimmermann
`);

export const ROLES = [
  'Managing director',
  'Head of operations',
  'Project lead',
  'Founder',
  'Office manager',
  'Partner',
  'Head of people',
  'Buyer',
  'Product owner',
  'Consultant',
] as const;

export const ORGANISATION_KINDS = ['Works', 'Partners', 'Studio', 'Logistics', 'Clinic', 'Group', 'School'] as const;

export const TAGS = ['renewal', 'introduction', 'pilot', 'money', 'workshop', 'public sector', 'family firm'] as const;
