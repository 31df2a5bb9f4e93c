import type { HabitName } from '../payers/habits.ts';
import { isLineCode, type LineCode } from './lines.ts';

/** Who is insured. All are invented, and so are their numbers; .example has no mail servers. */
export interface Company {
  readonly clientId: string;
  readonly name: string;
  readonly domain: string;
  readonly country: Country;
  /** How much it could insure: decides the indicators of its potential. */
  readonly size: Size;
  /** How much it pays for each policy. */
  readonly premiums: Volume;
  /** Whole years with us; above 0, its first policy is a contract of several years that is in force already. */
  readonly years: number;
  readonly habit: HabitName;
  readonly lines: readonly LineCode[];
}

const COUNTRIES = ['UA', 'PL', 'DE'] as const;
export type Country = (typeof COUNTRIES)[number];
export type Size = 'large' | 'medium' | 'small';
export type Volume = 'high' | 'middle' | 'low';

type Row = readonly [clientId: string, name: string, domain: string, premiums: Volume, years: number, habit: HabitName, lines: string];

const ofSize = (size: Size, rows: readonly Row[]): readonly Company[] =>
  rows.map(([clientId, name, domain, premiums, years, habit, codes]) => {
    const lines = codes.split(' ').filter(isLineCode);
    return { clientId, name, domain: `${domain}.example`, country: countryOf(clientId), size, premiums, years, habit, lines };
  });

const countryOf = (clientId: string): Country => COUNTRIES.find((country) => clientId.startsWith(country)) ?? 'UA';

const LARGE = ofSize('large', [
  ['UA-31457802', 'ТОВ «Дніпровська логістична група»', 'dlg', 'high', 6, 'punctual', 'CARGO MOTOR PROP LIAB HEALTH CYBER'],
  ['UA-20483157', 'ПрАТ «Запорізький прокатний завод»', 'zpz', 'high', 11, 'early', 'PROP LIAB HEALTH CARGO WORKS TRAVEL'],
  ['PL-5213098841', 'Polskie Zakłady Chłodnicze S.A.', 'pzch', 'high', 3, 'punctual', 'PROP CARGO MOTOR LIAB HEALTH'],
  ['DE-HRB184402', 'Hansekontor Reederei GmbH', 'hansekontor', 'high', 4, 'roundsUp', 'CARGO LIAB PROP CYBER TRAVEL'],
  ['UA-37092264', 'ТОВ «Агрохолдинг Південний степ»', 'pivdennyi-step', 'high', 5, 'bookkeeper', 'CROPS MOTOR PROP CARGO HEALTH'],
  ['UA-24819035', 'АТ «Карпатські джерела»', 'karpatski-dzherela', 'middle', 2, 'slow', 'PROP MOTOR HEALTH'],
  ['PL-7282216490', 'Bałtycka Grupa Spożywcza Sp. z o.o.', 'bgs', 'middle', 1, 'punctual', 'CARGO PROP LIAB'],
  ['UA-39917420', 'ТОВ «Київбуд Монтаж Плюс»', 'kyivbud-montazh', 'middle', 0, 'waitsForSuspension', 'WORKS LIAB MOTOR'],
  ['DE-HRB90317', 'Rheintal Maschinenbau AG', 'rheintal', 'middle', 1, 'inParts', 'PROP LIAB CYBER'],
  ['UA-41230976', 'ТОВ «Металторг Захід»', 'metaltorg-zakhid', 'low', 0, 'never', 'CARGO'],
  ['PL-6340127755', 'Śląskie Centrum Dystrybucji S.A.', 'scd', 'low', 0, 'late', 'PROP CARGO'],
  ['UA-32560148', 'ТОВ «Мережа аптек Здоров’я»', 'apteky-zdorovia', 'low', 0, 'punctual', 'PROP'],
]);

const MEDIUM = ofSize('medium', [
  ['UA-35718092', 'ТОВ «Вантажні лінії Полісся»', 'polissia-lines', 'high', 7, 'early', 'MOTOR CARGO LIAB HEALTH TRAVEL'],
  ['PL-8992745013', 'Mazowiecka Flota Sp. z o.o.', 'mazowiecka-flota', 'high', 5, 'punctual', 'MOTOR CARGO LIAB PROP CYBER'],
  ['DE-HRB55210', 'Lausitzer Holzwerke GmbH', 'lausitzer-holzwerke', 'high', 10, 'punctual', 'PROP CARGO LIAB MOTOR'],
  ['UA-30248816', 'ТОВ «Одеський зерновий термінал»', 'od-terminal', 'high', 5, 'paysTwice', 'PROP CARGO LIAB CROPS HEALTH'],
  ['UA-38864501', 'ТОВ «Львівська кавова фабрика»', 'lviv-kava', 'middle', 3, 'slow', 'PROP CARGO HEALTH'],
  ['UA-36405729', 'ПП «Будівельна артіль Подолу»', 'podil-artil', 'middle', 1, 'late', 'WORKS LIAB MOTOR'],
  ['PL-9571038826', 'Gdańska Stocznia Jachtowa S.C.', 'gsj', 'middle', 2, 'inParts', 'PROP LIAB CARGO'],
  ['UA-40113388', 'ТОВ «Медичний центр Добродар»', 'dobrodar', 'middle', 4, 'punctual', 'LIAB HEALTH CYBER PROP'],
  ['DE-HRB23908', 'Elbtal Feinkost GmbH & Co. KG', 'elbtal-feinkost', 'middle', 2, 'wrongAccount', 'PROP CARGO LIAB'],
  ['UA-33190457', 'ТОВ «Слобожанські меблі»', 'slobozhanski-mebli', 'middle', 3, 'careless', 'PROP MOTOR HEALTH'],
  ['UA-42775130', 'ТОВ «Нова доставка Буг»', 'nova-dostavka', 'low', 0, 'stops', 'MOTOR CARGO'],
  ['PL-5862340917', 'Kujawskie Sady Sp. z o.o.', 'kujawskie-sady', 'low', 0, 'waitsForSuspension', 'CROPS PROP'],
  ['UA-34421869', 'ТОВ «Видавництво Абетка»', 'abetka', 'low', 0, 'punctual', 'PROP'],
  ['DE-HRB70154', 'Spreewald Touristik GmbH', 'spreewald-touristik', 'low', 0, 'slow', 'TRAVEL'],
  ['UA-43009217', 'ТОВ «Скляний двір»', 'sklianyi-dvir', 'low', 0, 'tooLate', 'PROP'],
]);

const SMALL = ofSize('small', [
  ['UA-37551904', 'ТОВ «Експедитор Чорномор’я»', 'chornomor-exp', 'high', 10, 'punctual', 'CARGO MOTOR LIAB CYBER'],
  ['PL-7831649205', 'Wielkopolska Spedycja Sp. j.', 'wielkopolska-spedycja', 'high', 11, 'early', 'CARGO MOTOR LIAB TRAVEL'],
  ['UA-41887263', 'ТОВ «Пекарня Світанок»', 'svitanok', 'middle', 4, 'punctual', 'PROP MOTOR LIAB'],
  ['UA-39205518', 'ФГ «Левада»', 'levada', 'middle', 3, 'inParts', 'CROPS MOTOR PROP'],
  ['DE-HRB11846', 'Uckermark Biohof GmbH', 'uckermark-biohof', 'middle', 3, 'roundsUp', 'CROPS PROP LIAB'],
  ['UA-40627741', 'ТОВ «Стоматологія Усмішка»', 'usmishka', 'middle', 3, 'slow', 'LIAB HEALTH'],
  ['PL-6762518830', 'Podhalańskie Pensjonaty Sp. z o.o.', 'podhale-pensjonaty', 'middle', 4, 'careless', 'PROP LIAB TRAVEL'],
  ['UA-44120935', 'ТОВ «Таксопарк Рівне»', 'taxi-rivne', 'low', 0, 'never', 'MOTOR'],
  ['UA-38016672', 'ТОВ «Майстерня Гончар»', 'honchar', 'low', 0, 'punctual', 'PROP LIAB'],
  ['UA-42340081', 'ТОВ «Кінний клуб Хортиця»', 'khortytsia-club', 'low', 0, 'late', 'LIAB'],
  ['PL-8513127764', 'Foto Galeria Bałtyk', 'foto-baltyk', 'low', 0, 'paysShort', 'PROP'],
  ['UA-43764410', 'ТОВ «Ремонт без меж»', 'remont-bez-mezh', 'low', 0, 'waitsForSuspension', 'WORKS LIAB'],
  ['DE-HRB40733', 'Harzer Fahrradwerkstatt UG', 'harzer-fahrrad', 'low', 0, 'wrongAccount', 'PROP'],
]);

export const COMPANIES: readonly Company[] = [...LARGE, ...MEDIUM, ...SMALL];
