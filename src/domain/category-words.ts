/** Which of the default categories a merchant or a note belongs to, by the words in it: five languages, well-known brands. */

import { foldText } from './fold.ts';

/**
 * Words of each category, folded or not, separated by commas. A word of several categories stands where most
 * people would file it; "gas" is fuel, since the bill for heating is called the gas bill.
 */
const belongs: Readonly<Record<string, string>> = {
  groceries: `grocery, groceries, supermarket, supermercado, supermarché, supermarkt, hypermarket, convenience store, corner shop, food store,
    lebensmittel, einkauf, lebensmitteleinkauf, wocheneinkauf, wochenmarkt, courses, provisions, épicerie, compra semanal, abarrotes, víveres, despensa, mercado, mercearia, mercearias,
    milk, bread, eggs, cheese, butter, vegetables, veggies, fruit, fruits, rice, meat, flour, sugar, oil, yogurt, cereal, butcher, bakery, greengrocer, market, farmers market,
    leche, pan, huevos, queso, verduras, fruta, frutas, carne, arroz, carnicería, panadería, frutería, pescadería, aceite,
    milch, brot, eier, käse, gemüse, obst, fleisch, bäcker, bäckerei, metzger, metzgerei, fleischer, brötchen,
    lait, pain, œufs, fromage, légumes, viande, boulangerie, boucherie, marché, primeur, baguette,
    leite, pão, ovos, queijo, legumes, padaria, talho, açougue, peixaria, feira, hortifruti, sacolão, compras do mês`,
  dining: `lunch, lunches, dinner, breakfast, brunch, supper, snack, snacks, meal, meals, food, restaurant, restaurants, cafe, café, coffee shop, diner, bistro, canteen, cafeteria, food court, food truck, street food, takeout, take out, takeaway, take away,
    eating out, dining, dining out, going out to eat, food delivery, coffee, espresso, latte, cappuccino, tea, bubble tea, boba, drinks, beer, beers, wine, cocktail, cocktails, whisky, pub, bar, brewery, juice, smoothie, water bottle,
    pizza, pizzeria, burger, burgers, sushi, ramen, noodles, noodle, pasta, sandwich, salad, soup, taco, tacos, burrito, kebab, curry, steak, bbq, barbecue, fish and chips, fries, hot dog, ice cream, gelato, cake, dessert, donut, donuts, doughnut, bagel, croissant, pastry, cookie, cookies, chocolate, chips, dim sum, pho, dumplings, nasi lemak, chicken rice, laksa, satay, prata, kopi, hawker, tip, tips,
    almuerzo, comida, cena, desayuno, merienda, restaurante, cafetería, café con leche, cerveza, cervezas, vino, copas, tapas, bocadillo, menú del día, helado, tarta, pastel, bar de tapas, chiringuito, propina, cenar, almorzar, comer fuera,
    mittagessen, abendessen, frühstück, essen, restaurantbesuch, kaffee, bier, wein, döner, imbiss, kantine, mensa, eis, eisdiele, kuchen, wirtshaus, kneipe, biergarten, lieferdienst, pommes, currywurst, trinkgeld, brezel, pausenbrot,
    déjeuner, dîner, petit déjeuner, petit dej, goûter, resto, brasserie, bière, vin, apéro, apéritif, crêpe, glace, gâteau, sandwicherie, cantine, pourboire, kebab, repas, traiteur, menu midi,
    almoço, jantar, café da manhã, pequeno almoço, lanche, lanchonete, cafezinho, cerveja, vinho, churrascaria, padoca, pastelaria, sorvete, gelado, bolo, gorjeta, salgado, petiscos, refeição, marmita, rodízio`,
  transport: `taxi, taxis, cab, bus, buses, train, trains, metro, subway ticket, tube, underground, tram, ferry, fare, transit, rideshare, ride, commute, parking, car park, toll, tolls, gas, gasoline, petrol, fuel, diesel, gas station, petrol station, filling station, car wash, car repair, car repairs, car service, oil change, mechanic, garage, tyres, tires, tyre, tire, mot, car, bike, bicycle, scooter, train ticket, bus ticket, bus pass, monthly pass, ev charging, charging station, driving,
    autobús, tren, billete de tren, billete, boleto de metro, bono metro, gasolina, gasolinera, combustible, peaje, aparcamiento, estacionamiento, taller, coche, moto, bici, bicicleta, abono transporte, itv,
    bahn, zug, bahnticket, zugticket, fahrkarte, fahrschein, monatskarte, deutschlandticket, ticket, u bahn, s bahn, straßenbahn, benzin, tanken, getankt, tankstelle, sprit, parken, parkplatz, parkhaus, parkschein, maut, werkstatt, reifen, auto, fahrrad, roller, öpnv, tüv,
    essence, carburant, gazole, péage, stationnement, parking, voiture, vélo, trajet, billet de train, titre de transport, navigo, métro, autocar, garagiste, pneus, station service, contrôle technique,
    táxi, ônibus, autocarro, comboio, trem, metrô, bilhete, passe, gasolina, gasóleo, combustível, posto, posto de gasolina, portagem, pedágio, estacionamento, oficina, carro, moto, pneus`,
  housing: `rent, mortgage, house, housing, apartment, flat, landlord, deposit for flat, hoa, condo fee, service charge, home repair, plumber, electrician, handyman, renovation, cleaning lady, cleaner, house cleaning, furniture, mattress, lease,
    alquiler, renta, hipoteca, piso, casa, vivienda, comunidad, fontanero, electricista, muebles, arriendo, limpieza, reforma,
    miete, kaltmiete, warmmiete, nebenkosten, hypothek, wohnung, haus, hausgeld, handwerker, klempner, möbel, renovierung, putzfrau,
    loyer, prêt immobilier, crédit immobilier, hypothèque, appartement, maison, charges de copropriété, plombier, électricien, meubles, logement, femme de ménage, travaux,
    aluguel, aluguer, renda, prestação da casa, hipoteca, condomínio, apartamento, moradia, encanador, canalizador, eletricista, móveis, faxina, faxineira, obra`,
  utilities: `utilities, utility, utility bill, utility bills, bill, bills, electricity, electric bill, electricity bill, power bill, water bill, gas bill, heating, heating bill, internet, internet bill, broadband, wifi, wi fi, phone bill, mobile bill, phone plan, cell phone, cellphone, mobile plan, top up, sim card, data plan, trash, garbage, sewage, sewer, cable bill, landline,
    luz, factura de la luz, electricidad, recibo de la luz, agua, gas natural, calefacción, internet fibra, fibra, móvil, teléfono, recarga, facturas, recibos,
    strom, stromrechnung, wasser, wasserrechnung, gasrechnung, heizung, heizkosten, handyrechnung, handyvertrag, telefonrechnung, internetrechnung, dsl, müll, rundfunkbeitrag, gez, telefon,
    électricité, facture d'électricité, facture, eau, gaz, chauffage, forfait mobile, forfait téléphone, box internet, téléphone, fibre,
    conta de luz, energia, eletricidade, conta de água, água, conta de gás, gás, internet casa, telefone, telemóvel, celular, conta do celular, contas, recarga celular`,
  health: `pharmacy, drugstore, medicine, medicines, medication, meds, pills, painkillers, vitamins, prescription, doctor, dr, gp, dentist, dental, orthodontist, hospital, clinic, therapy, therapist, psychologist, physio, physiotherapy, optician, glasses, contact lenses, medical, medical bill, medical expenses, checkup, check up, vaccine, vaccination, lab test, blood test, x ray, copay, gym, fitness, gym membership, yoga, pilates, crossfit, healthcare, health,
    farmacia, medicinas, medicamentos, médico, dentista, gafas, lentillas, lentes, clínica, hospital, psicólogo, fisio, fisioterapeuta, gimnasio, análisis, vacuna, consulta, salud,
    apotheke, medikamente, medizin, arzt, zahnarzt, hausarzt, brille, kontaktlinsen, krankenhaus, klinik, therapie, physiotherapie, fitnessstudio, impfung, rezept, optiker, gesundheit,
    pharmacie, médicaments, médecin, docteur, dentiste, lunettes, lentilles, hôpital, clinique, kiné, psy, ostéopathe, ordonnance, mutuelle santé, salle de sport, vaccin, santé, ophtalmo,
    farmácia, remédio, remédios, médico, óculos, hospital, psicóloga, academia, ginásio, consulta médica, exame, exames, vacina, saúde, plano de saúde`,
  entertainment: `cinema, movie, movies, film, theater, theatre, concert, gig, show, museum, exhibition, gallery, zoo, aquarium, theme park, amusement park, game, games, video game, video games, bowling, karaoke, club, nightclub, party, festival, event, tickets, concert tickets, opera, ballet, comedy, escape room, arcade, hobby, hobbies, toys, toy, lego, football match, match, stadium, lottery, casino night, bet, betting, entertainment, fun, book, books, music, alcohol,
    cine, película, teatro, concierto, museo, entradas, discoteca, fiesta, juego, juegos, videojuego, videojuegos, ocio, libro, libros, juguete, juguetes, lotería, partido, parque de atracciones,
    kino, film, theater, konzert, museum, eintritt, eintrittskarte, konzertkarten, spiel, spiele, videospiel, bücher, buch, freizeit, disco, feier, spielzeug, lotto, zirkus, freizeitpark, schwimmbad, stadion,
    cinéma, ciné, théâtre, concert, musée, spectacle, sortie, sorties, jeu, jeux, jeu vidéo, boîte de nuit, livre, livres, loisirs, jouet, jouets, fête, piscine, loterie, parc d'attractions,
    cinema, filme, teatro, show, ingresso, ingressos, bilhetes concerto, museu, festa, balada, jogo, jogos, livro, livros, lazer, brinquedo, brinquedos, loteria, parque`,
  shopping: `shopping, clothes, clothing, shoes, shoe, sneakers, boots shoes, shirt, shirts, t shirt, tshirt, jeans, trousers, pants, dress, jacket, coat, sweater, hoodie, socks, underwear, hat, bag, handbag, backpack, watch, jewelry, jewellery, electronics, laptop, computer, phone, smartphone, iphone, tablet, ipad, headphones, charger, tv, television, camera, keyboard, monitor, printer, home decor, decor, kitchenware, appliance, appliances, washing machine, tools, hardware store, garden, plants, office supplies, stationery, big purchase, gear, equipment,
    ropa, zapatos, zapatillas, camisa, camiseta, pantalones, vestido, chaqueta, abrigo, bolso, reloj, electrónica, ordenador, portátil, tienda, compras, auriculares, ferretería, electrodoméstico,
    kleidung, klamotten, schuhe, hemd, hose, kleid, jacke, mantel, tasche, uhr, schmuck, elektronik, handy, laptop, rechner, baumarkt, kopfhörer, pullover, socken, werkzeug, haushaltswaren,
    vêtements, habits, chaussures, baskets, chemise, pantalon, robe, veste, manteau, sac, montre, bijoux, électronique, ordinateur, téléphone portable, bricolage, casque, jardinerie, fringues,
    roupa, roupas, sapato, sapatos, tênis, ténis, camisa, camiseta, calça, calças, vestido, casaco, bolsa, relógio, eletrônicos, computador, notebook, fone, loja, ferramentas`,
  travel: `travel, trip, hotel, hostel, motel, flight, flights, airfare, airline, airport, plane ticket, plane tickets, vacation, holiday, holidays, cruise, resort, car rental, rental car, luggage, suitcase, visa fee, passport, tour, tours, excursion, camping, campsite, bed and breakfast, b&b, travel agency, accommodation,
    viaje, vuelo, vuelos, avión, billete de avión, billetes de avión, hostal, vacaciones, alojamiento, maleta, pasaporte, excursión, crucero, alquiler de coche,
    reise, urlaub, flug, flüge, flugticket, unterkunft, ferienwohnung, koffer, reisepass, ausflug, mietwagen, kreuzfahrt, pension, jugendherberge,
    voyage, vol, vols, billet d'avion, hôtel, auberge, vacances, hébergement, valise, passeport, location de voiture, croisière, séjour, gîte,
    viagem, voo, voos, passagem aérea, passagem, passagens, avião, hotel, pousada, férias, hospedagem, alojamento, mala, passaporte, aluguel de carro, cruzeiro`,
  education: `education, school, tuition, tuition fee, tuition fees, university, college, course, courses, class, classes, lesson, lessons, tutor, tutoring, textbook, textbooks, exam fee, training, workshop, seminar, student loan, school supplies, kindergarten fee, language course, bootcamp, conference,
    educación, colegio, escuela, universidad, matrícula, curso, cursos, clase, clases, clases particulares, academia de inglés, libros de texto, formación, taller de formación,
    bildung, schule, universität, uni, semesterbeitrag, studiengebühren, kurs, sprachkurs, nachhilfe, unterricht, fortbildung, weiterbildung, lehrbuch, seminar, schulsachen, fahrschule, musikschule,
    éducation, école, université, fac, frais de scolarité, cours, cours particuliers, formation, stage, manuel scolaire, fournitures scolaires, études,
    educação, escola, faculdade, universidade, mensalidade, mensalidade escolar, propinas, curso, cursos, aula, aulas, material escolar, livros escolares, formação, cursinho`,
  subscriptions: `subscription, subscriptions, membership, streaming, streaming service, cloud storage, app subscription, magazine subscription, newspaper subscription, newspaper, magazine, patreon, newsletter, monthly subscription, domain, hosting,
    suscripción, suscripciones, cuota, periódico, revista, abo, abos, abonnement, abonnements, mitgliedschaft, zeitung, zeitschrift, zeitungsabo, streamingdienst,
    assinatura, assinaturas, subscrição, jornal, journal, mensalidade streaming`,
  insurance: `insurance, car insurance, auto insurance, home insurance, house insurance, health insurance, life insurance, travel insurance, pet insurance, renters insurance, dental insurance, insurance premium,
    seguro, seguros, seguro de coche, seguro del coche, seguro médico, seguro de vida, seguro de hogar, póliza, versicherung, autoversicherung, kfz versicherung, haftpflicht, haftpflichtversicherung, krankenversicherung, krankenkasse, hausratversicherung, lebensversicherung, rechtsschutz, zahnzusatzversicherung,
    assurance, assurances, assurance auto, assurance habitation, assurance vie, mutuelle, seguro do carro, seguro de carro, seguro auto, seguro saúde, seguro de saúde, seguro residencial, seguro viagem, apólice`,
  'personal care': `personal care, haircut, hair, hairdresser, barber, barbershop, salon, hair salon, beauty salon, nails, manicure, pedicure, spa, massage, waxing, cosmetics, makeup, make up, skincare, skin care, shampoo, soap, toothpaste, toothbrush, deodorant, perfume, razor, razors, toiletries, beauty, tattoo, laundry, dry cleaning, laundromat,
    peluquería, peluquero, corte de pelo, barbería, uñas, manicura, masaje, cosméticos, maquillaje, champú, jabón, perfume, belleza, lavandería, tintorería, depilación,
    friseur, frisör, haarschnitt, kosmetik, nagelstudio, maniküre, drogerie, zahnpasta, seife, parfüm, reinigung, waschsalon, körperpflege, barbier,
    coiffeur, coupe de cheveux, barbier, esthéticienne, ongles, manucure, massage, maquillage, cosmétiques, shampoing, savon, dentifrice, parfum, pressing, laverie, épilation,
    cabeleireiro, corte de cabelo, barbeiro, barbearia, salão, salão de beleza, unhas, manicure, massagem, cosméticos, maquiagem, maquilhagem, xampu, champô, sabonete, perfume, lavanderia, depilação`,
  gifts: `gift, gifts, present, presents, birthday, birthday gift, birthday present, christmas gift, christmas gifts, christmas present, christmas presents, wedding gift, wedding, flowers, bouquet, donation, donations, donate, charity, greeting card, church, offering, souvenir, souvenirs,
    regalo, regalos, cumpleaños, flores, donación, limosna, boda, caridad, geschenk, geschenke, geburtstag, geburtstagsgeschenk, weihnachtsgeschenk, weihnachtsgeschenke, hochzeit, blumen, spende, spenden, blumenstrauß,
    cadeau, cadeaux, anniversaire, fleurs, mariage, don, dons, presente, presentes, aniversário, prenda, prendas, flores, casamento, doação, dízimo, lembrancinha`,
  pets: `pet, pets, dog, cat, vet, veterinarian, dog food, cat food, pet food, pet store, pet shop, cat litter, litter, dog walker, dog grooming, kibble, aquarium fish, puppy, kitten, hamster,
    perro, gato, mascota, mascotas, veterinario, veterinaria, pienso, comida de perro, comida para perro, comida de gato, arena para gatos, hund, katze, tierarzt, hundefutter, katzenfutter, tierfutter, haustier, haustiere, katzenstreu, hundesteuer, tierbedarf,
    chien, chat, vétérinaire, véto, croquettes, litière, animal, animaux, animalerie, cachorro, cão, gato, pet shop, petshop, veterinário, ração, areia para gato, animal de estimação, animais`,
  family: `family, kids, children, child, baby, childcare, child care, daycare, day care, nanny, babysitter, babysitting, diapers, nappies, baby food, stroller, kindergarten, nursery, preschool, pocket money, allowance, child support, alimony, parents, mom, dad, after school,
    familia, niños, hijos, bebé, guardería, niñera, canguro, pañales, paga, pensión alimenticia, familie, kinder, kind, kita, kinderbetreuung, windeln, taschengeld, unterhalt, babysitten, tagesmutter,
    famille, enfants, enfant, bébé, crèche, nounou, garderie, couches, baby sitter, argent de poche, pension alimentaire, assistante maternelle, família, crianças, filhos, bebê, creche, babá, fraldas, mesada, pensão alimentícia, ama`,
  fees: `fee, fees, bank fee, bank fees, atm fee, atm fees, service fee, overdraft, overdraft fee, late fee, transfer fee, commission, fine, parking fine, speeding ticket, parking ticket, penalty, interest charge, credit card interest, loan, loan payment, notary, lawyer, legal fees, postage, shipping, stamps, stamp,
    comisión, comisiones, comisión bancaria, multa, multas, recargo, gastos bancarios, préstamo, notario, abogado, gestoría, envío, sellos, correos, gebühr, gebühren, kontoführung, kontogebühr, bankgebühr, strafzettel, bußgeld, knöllchen, kredit, kreditrate, notar, anwalt, porto, versand, briefmarken,
    frais, frais bancaires, amende, amendes, pv, agios, commission bancaire, prêt, crédit, notaire, avocat, timbres, frais de port, taxa, taxas, tarifa bancária, tarifas, anuidade, juros, multa de trânsito, empréstimo, cartório, advogado, frete, correio, correios`,
  taxes: `tax, taxes, income tax, property tax, council tax, vat, irs, hmrc, sales tax, road tax, tax bill, tax return, tax payment, state tax, state taxes, federal taxes,
    impuesto, impuestos, hacienda, irpf, ibi, iva, autónomos, declaración de la renta, predial, agencia tributaria, steuer, steuern, einkommensteuer, finanzamt, grundsteuer, kfz steuer, umsatzsteuer, mehrwertsteuer, kirchensteuer, gewerbesteuer, steuernachzahlung,
    impôt, impôts, taxe, taxes, taxe foncière, taxe d'habitation, tva, urssaf, fisc, imposto, impostos, imposto de renda, irs imposto, iptu, ipva, imi, iuc, darf, finanças, inss, das mei, segurança social`,
  salary: `salary, paycheck, paycheque, pay check, payroll, wage, wages, payday, direct deposit, bonus, overtime, sueldo, salario, nómina, nomina, paga extra, aguinaldo, quincena, gehalt, lohn, lohnzahlung, bonuszahlung, weihnachtsgeld, urlaubsgeld, salaire, paie, prime de fin d'année, treizième mois, salário, ordenado, vencimento, décimo terceiro, 13º, contracheque, holerite, subsídio de férias`,
  interest: `interest, interests, dividend, dividends, savings interest, intereses, dividendo, dividendos, zinsen, dividende, dividenden, intérêts, dividendes, juros da poupança, rendimentos, rendimento`,
  refund: `refund, refunds, cashback, cash back, reimbursement, money back, rebate, tax refund, reembolso, devolución, reintegro, erstattung, rückerstattung, rückzahlung, steuererstattung, remboursement, estorno, devolução, restituição`,
  'other income': `income, freelance, side job, side hustle, gig income, sale, sold, rental income, pension, gift money, tips received, royalties, stipend, scholarship, ingreso, ingresos, venta, pensión, beca, honorarios, einkommen, einnahme, einnahmen, verkauf, verkauft, rente, kindergeld, honorar, stipendium, bafög, revenu, revenus, vente, retraite, bourse, allocations, caf, honoraires, renda extra, receita, venda, vendi, aposentadoria, reforma pensão, bolsa de estudos, honorários, freela`,
};

/** Well-known names of many countries, of those who are paid; names that are everyday words as well are left out. */
const brands: Readonly<Record<string, string>> = {
  groceries: `lidl, aldi, rewe, edeka, kaufland, netto, penny, spar, migros, coop, denner, billa, hofer, tesco, sainsbury, sainsburys, sainsbury's, asda, morrisons, waitrose, ocado, iceland foods,
    walmart, wal mart, kroger, safeway, publix, costco, sam's club, trader joe's, trader joes, whole foods, wholefoods, wegmans, heb, h e b, albertsons, food lion, giant eagle, meijer, winco, sprouts, instacart,
    mercadona, carrefour, eroski, alcampo, hipercor, consum, ahorramas, bodega aurrera, soriana, chedraui, oxxo, la comer, jumbo, exito, olimpica, coto,
    auchan, leclerc, e leclerc, intermarché, monoprix, franprix, casino, picard, super u, système u, biocoop, continente, pingo doce, minipreço, pão de açúcar, extra hiper, assaí, atacadão,
    albert heijn, jumbo supermarkten, delhaize, colruyt, biedronka, zabka, mercator, konzum, maxima, rimi, prisma, ica, willys, hemköp, rema 1000, meny, bunnpris, netto, irma, fairprice, ntuc, cold storage, sheng siong, giant,
    woolworths, woolies, coles, countdown, pak n save, new world, loblaws, sobeys, no frills, big bazaar, dmart, bigbasket, blinkit, zepto, grofers, 7 eleven, 7eleven, seven eleven, familymart, lawson, fresh market, tegut, alnatura, denns`,
  dining: `starbucks, costa coffee, pret, pret a manger, tim hortons, dunkin, dunkin donuts, mcdonald, mcdonalds, mcdonald's, burger king, kfc, subway, wendy's, wendys, taco bell, tacobell, chipotle, five guys, shake shack, in n out, chick fil a, popeyes, domino's, dominos, pizza hut, papa johns, little caesars, panera, olive garden, applebee's, applebees, ihop, denny's, dennys, waffle house, panda express, nando's, nandos, greggs, wagamama, wetherspoon, wetherspoons, pizza express, leon, itsu, ubereats, uber eats, doordash, grubhub, deliveroo, just eat, justeat, lieferando, foodora, wolt, glovo, rappi, ifood, swiggy, zomato, grabfood, foodpanda, nordsee, vapiano, block house, buffalo grill, telepizza, vips, habib's, habibs, bob's burgers, outback, jollibee, toast box, ya kun, kopitiam, old chang kee, coffee bean, peet's, nespresso bar, in-n-out`,
  transport: `uber, lyft, bolt, cabify, didi, grab, gojek, ola, free now, freenow, blablacar, sixt share, share now, tier, lime, bird, voi, citi bike, santander cycles, deutsche bahn, db bahn, bvg, mvg, hvv, rmv, sncf, ratp, renfe, alsa, flixbus, trenitalia, amtrak, greyhound, national rail, trainline, tfl, oyster, oyster card, mta, metrocard, bart, caltrain, ezlink, ez link, octopus card, suica,
    shell, bp, esso, exxon, exxonmobil, mobil, chevron, texaco, total energies, totalenergies, aral, jet tankstelle, agip, eni, repsol, cepsa, galp, petrobras, ipiranga, pemex, omv, orlen, circle k, caltex, petronas, sinopec, indian oil, valero, sunoco, arco, phillips 66, speedway, wawa, q8, zipcar, ionity, electrify america`,
  utilities: `comcast, xfinity, verizon, at&t, at t, t mobile, spectrum, cox, con edison, coned, pg e, duke energy, dte, national grid, british gas, eon, e on, octopus energy, edf, engie, thames water, bt, virgin media, sky broadband, vodafone, o2, telekom, 1 1, congstar, orange, sfr, bouygues, bouygues telecom, free mobile, movistar, telefonica, endesa, iberdrola, naturgy, yoigo, claro, telcel, vivo, enel, sabesp, cemig, edp, meo, singtel, starhub, m1, sp group, telstra, optus, rogers, bell canada, telus, airtel, jio, vattenfall, stadtwerke, swisscom, sunrise`,
  health: `walgreens, cvs, rite aid, boots, superdrug, lloyds pharmacy, dm apotheke, docmorris, shop apotheke, guardian pharmacy, watsons, droga raia, drogasil, drogaria, pague menos, farmacias similares, farmacia guadalajara, planet fitness, equinox, la fitness, anytime fitness, mcfit, fitx, fitness first, basic fit, puregym, gold's gym, specsavers, fielmann, apollo pharmacy, duane reade, shoppers drug mart, doctolib`,
  entertainment: `amc, regal, cinemark, odeon, cineworld, vue, cinepolis, cinemex, ugc, pathe, gaumont, cinemaxx, uci kino, ticketmaster, eventbrite, stubhub, eventim, fnac spectacles, steam, playstation, psn, xbox, nintendo, epic games, twitch, disneyland, universal studios, legoland, barnes & noble, barnes noble, waterstones, thalia, audible`,
  shopping: `amazon, ebay, etsy, target, best buy, bestbuy, home depot, homedepot, lowe's, lowes, ikea, wayfair, macy's, macys, nordstrom, tj maxx, marshalls, kohl's, kohls, gap, old navy, zara, h&m, h m, hm, uniqlo, primark, mango, bershka, pull & bear, pull bear, asos, shein, temu, aliexpress, alibaba, zalando, about you, otto, mediamarkt, media markt, saturn, hornbach, obi, bauhaus, c&a, c a, decathlon, nike, adidas, puma, foot locker, sports direct, jd sports, marks and spencer, marks & spencer, m&s, john lewis, argos, next retail, currys, b&q, tk maxx, el corte inglés, leroy merlin, fnac, darty, boulanger, cdiscount, castorama, la redoute, galeries lafayette, worten, mercado livre, mercado libre, mercadolibre, magalu, magazine luiza, americanas, casas bahia, renner, riachuelo, liverpool, coppel, falabella, lazada, shopee, flipkart, myntra, bunnings, kmart, jb hi fi, canadian tire, apple store, samsung, dollar tree, dollar general, muji, daiso, miniso, tchibo, aliexpress, walmart electronics, vinted`,
  travel: `airbnb, booking, booking.com, booking com, expedia, agoda, hotels.com, hotels com, trip.com, tripadvisor, vrbo, kayak, skyscanner, hilton, marriott, hyatt, hyatt regency, ihg, holiday inn, best western, accor, ibis, novotel, mercure, nh hoteles, motel one, premier inn, travelodge, radisson, sheraton, ritz carlton, four seasons, melia,
    ryanair, easyjet, lufthansa, eurowings, wizz, wizz air, wizzair, british airways, air france, klm, iberia, vueling, tap, tap portugal, tap air portugal, latam, gol, azul linhas, avianca, aeromexico, volaris, delta air lines, delta airlines, united airlines, american airlines, southwest airlines, jetblue, alaska airlines, spirit airlines, air canada, westjet, qantas, jetstar, singapore airlines, scoot, airasia, emirates, etihad, qatar airways, turkish airlines, cathay pacific, japan airlines, indigo, air india, swiss air, sas, norwegian, finnair, hertz, avis, europcar, sixt, enterprise rent a car, tui, eurostar`,
  education: `udemy, coursera, edx, skillshare, duolingo, babbel, khan academy, masterclass, pluralsight, codecademy, brilliant, preply, italki, berlitz, kumon, vhs kurs`,
  subscriptions: `netflix, spotify, disney plus, disney+, disneyplus, hulu, hbo, hbo max, max streaming, paramount plus, paramount+, peacock, apple tv, apple music, itunes, icloud, apple one, amazon prime, prime video, youtube premium, youtube music, youtube, deezer, tidal, soundcloud, crunchyroll, dazn, sky, now tv, wow tv, joyn, rtl plus, canal plus, canal+, filmin, globoplay, movistar plus, joyn plus, waipu, kindle unlimited, audible membership, scribd, substack, new york times, nyt, washington post, the economist, the guardian, telegraph, le monde, el pais, spiegel, linkedin premium, tinder, bumble, chatgpt, openai, claude, anthropic, github, copilot, notion, dropbox, google one, google drive, microsoft 365, office 365, office365, adobe, creative cloud, canva, figma, zoom, slack, 1password, lastpass, nordvpn, expressvpn, vpn, strava, headspace, xbox game pass, game pass, playstation plus, nintendo online, onlyfans, patreon, squarespace, godaddy, namecheap`,
  insurance: `allianz, axa, geico, state farm, progressive, allstate, usaa, liberty mutual, farmers insurance, aetna, cigna, blue cross, kaiser permanente, unitedhealthcare, humana, metlife, prudential, aviva, direct line, admiral, churchill insurance, bupa, huk coburg, huk24, ergo, debeka, generali, zurich insurance, techniker krankenkasse, aok, barmer, mapfre, mutua madrileña, linea directa, sanitas, adeslas, maif, macif, matmut, groupama, maaf, porto seguro, bradesco seguros, sulamerica, unimed, fidelidade, tranquilidade, lemonade, great eastern`,
  'personal care': `sephora, ulta, bath and body works, bath & body works, bath body works, the body shop, body shop, lush, mac cosmetics, douglas, rossmann, dm drogerie, dm, müller drogerie, muller drogerie, yves rocher, l'occitane, loccitane, kiehl's, kiehls, marionnaud, nocibé, o boticário, boticário, natura, primor, druni, great clips, supercuts, sally beauty`,
  gifts: `red cross, unicef, oxfam, salvation army, goodwill, gofundme, wwf, greenpeace, doctors without borders, interflora, fleurop, hallmark, 1 800 flowers`,
  pets: `petco, petsmart, chewy, pets at home, fressnapf, zooplus, maxi zoo, tiendanimal, kiwoko, cobasi, petz, petlove`,
  fees: `usps, ups, fedex, dhl, hermes versand, royal mail, deutsche post, la poste, ctt, western union, wise, paypal fee, moneygram`,
};

/** Words that name a whole category in a question, a budget or a correction, beside the category's own name. */
const names: Readonly<Record<string, string>> = {
  groceries: `groceries, grocery, food, grocery shopping, food shopping, supermarket, supermarkets, comestibles, supermercado, supermercados, la compra, compra, alimentación, alimentos, comida, mercado, lebensmittel, einkäufe, lebensmitteln, supermarkt, courses, alimentation, nourriture, supermarché, épicerie, mercearia, alimentação, compras de supermercado, mantimentos`,
  dining: `dining, dining out, eating out, eat out, going out to eat, restaurants, restaurant, restaurante, restaurantes, food out, meals out, takeout, take out, takeaway, comer fuera, comidas fuera, salir a comer, gastronomie, essen gehen, auswärts essen, restaurantbesuche, restos, resto, sorties au restaurant, comer fora, restauração, refeições fora`,
  transport: `transport, transportation, transit, commuting, public transport, transporte, transportes, verkehr, mobilität, fahrtkosten, öpnv, transports, déplacements, deslocações, mobilidade`,
  housing: `housing, rent, mortgage, home, vivienda, alquiler, renta, hipoteca, casa, wohnen, miete, wohnung, logement, loyer, moradia, aluguel, aluguer, habitação, renda`,
  utilities: `utilities, utility, utility bills, utility bill, bills, household bills, servicios, suministros, facturas, recibos, nebenkosten, versorgung, rechnungen, factures, charges, contas, contas da casa, serviços públicos`,
  health: `health, healthcare, health care, medical, medical expenses, medicine, salud, gastos médicos, médicos, gesundheit, arztkosten, santé, frais médicaux, saúde, despesas médicas`,
  entertainment: `entertainment, fun, leisure, going out, hobbies, ocio, entretenimiento, diversión, freizeit, unterhaltung, loisirs, divertissement, divertissements, lazer, entretenimento, diversão`,
  shopping: `shopping, clothes, clothing, ropa, compras, einkaufen, kleidung, klamotten, shopping kleidung, vêtements, habits, achats, roupa, roupas`,
  travel: `travel, traveling, travelling, trips, vacation, vacations, holiday, holidays, viajes, viaje, vacaciones, reisen, reise, urlaub, voyages, voyage, vacances, viagens, viagem, férias`,
  education: `education, school, studies, educación, estudios, formación, bildung, ausbildung, weiterbildung, schule, éducation, études, formation, scolarité, educação, estudos, formação`,
  subscriptions: `subscriptions, subscription, streaming, suscripciones, suscripción, abos, abonnements, abonnement, assinaturas, assinatura, subscrições`,
  insurance: `insurance, insurances, seguros, seguro, versicherung, versicherungen, assurance, assurances`,
  'personal care': `personal care, beauty, grooming, self care, cuidado personal, belleza, higiene, körperpflege, pflege, kosmetik, soins personnels, soins, beauté, cuidados pessoais, beleza`,
  gifts: `gifts, gift, presents, donations, charity, regalos, donaciones, geschenke, spenden, cadeaux, dons, presentes, prendas, doações`,
  pets: `pets, pet, mascotas, haustiere, tiere, animaux, animaux de compagnie, animais, animais de estimação`,
  family: `family, kids, children, childcare, child care, familia, niños, hijos, familie, kinder, famille, enfants, família, crianças, filhos`,
  fees: `fees, fee, bank fees, charges and fees, comisiones, gebühren, bankgebühren, frais, frais bancaires, taxas bancárias, tarifas, taxas`,
  taxes: `taxes, tax, impuestos, steuern, impôts, impostos`,
  other: `other, misc, miscellaneous, otros, varios, sonstiges, verschiedenes, autres, autre, divers, outros, diversos`,
  salary: `salary, salaries, wages, paycheck, paychecks, sueldo, salario, nómina, gehalt, lohn, salaire, salaires, salário, ordenado`,
  interest: `interest, intereses, zinsen, intérêts, juros`,
  refund: `refund, refunds, reembolsos, erstattungen, remboursements, reembolsos e estornos`,
  'other income': `other income, otros ingresos, sonstiges einkommen, sonstige einnahmen, autres revenus, outras receitas, outros rendimentos`,
};

/** German writes compounds as one word: the last part says what it is. */
const wordEndings: readonly (readonly [string, string])[] = [
  ['versicherung', 'insurance'],
  ['miete', 'housing'],
  ['futter', 'pets'],
  ['steuer', 'taxes'],
  ['gebuhr', 'fees'],
  ['gebuhren', 'fees'],
  ['geschenk', 'gifts'],
  ['geschenke', 'gifts'],
  ['restaurant', 'dining'],
  ['essen', 'dining'],
  ['kaffee', 'dining'],
  ['ticket', 'transport'],
  ['fahrkarte', 'transport'],
  ['rechnung', 'utilities'],
  ['apotheke', 'health'],
  ['arzt', 'health'],
  ['kurs', 'education'],
  ['abo', 'subscriptions'],
  ['schuhe', 'shopping'],
  ['markt', 'groceries'],
  ['gehalt', 'salary'],
];

const LONGEST_PHRASE_WORDS = 5;
/** Longer texts are no merchant's name; their first words decide. */
const WORDS_READ = 40;

/**
 * The default category that a merchant's name or a note suggests, or null. The longest phrase known wins ("gas bill" before
 * "gas"), among equals the first.
 */
export function guessCategory(text: string): string | null {
  return longestPhrase(wordsOf(text), belonging) ?? byEnding(wordsOf(text));
}

/** The default category whose name, in any of the five languages, the whole text is; null for anything else. */
export function categoryNamed(text: string): string | null {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > LONGEST_PHRASE_WORDS) return null;
  return naming.get(words.join(' ')) ?? null;
}

/** Whether the whole text is the name of a well-known shop or service. */
export function brandNamed(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 0 && words.length <= LONGEST_PHRASE_WORDS && branding.has(words.join(' '));
}

const branding = phrases(brands);
const belonging = new Map([...branding, ...phrases(belongs)]);
const naming = phrases(names);

function phrases(lists: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [category, list] of Object.entries(lists)) {
    for (const phrase of list.split(',')) {
      const key = wordsOf(phrase).join(' ');
      if (key !== '' && !map.has(key)) map.set(key, category);
    }
  }
  return map;
}

function wordsOf(text: string): string[] {
  const words = foldText(text.slice(0, 600)).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, WORDS_READ);
}

function longestPhrase(words: readonly string[], known: ReadonlyMap<string, string>): string | null {
  for (let length = Math.min(LONGEST_PHRASE_WORDS, words.length); length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const phrase = words.slice(at, at + length).join(' ');
      const category = known.get(phrase) ?? known.get(singular(phrase));
      if (category !== undefined) return category;
    }
  }
  return null;
}

/** Good enough for the plurals of all five languages, since the lists hold the irregular ones. */
function singular(phrase: string): string {
  if (phrase.length > 4 && phrase.endsWith('s') && !phrase.endsWith('ss')) return phrase.slice(0, -1);
  if (phrase.length > 5 && phrase.endsWith('en')) return phrase.slice(0, -1);
  return phrase;
}

function byEnding(words: readonly string[]): string | null {
  for (const word of words) {
    const found = wordEndings.find(([ending]) => word.length > ending.length + 2 && word.endsWith(ending));
    if (found) return found[1];
  }
  return null;
}
