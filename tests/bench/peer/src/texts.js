// The sentences, and the library that finds them.

import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

const da = {
  title: 'Udenlandsk NemKonto',
  cvr: 'CVR-nummer',
  bic: 'BIC-kode (SWIFT)',
  iban: 'IBAN-kode',
  save: 'Gem',
  confirm: 'Bekræft',
  cancel: 'Afbryd',
  receipt: 'Kvittering',
  badCvr: 'Skriv et CVR-nummer med 8 cifre',
  badBic: 'Skriv en BIC-kode med 8 eller 11 tegn',
  badIban: 'Skriv en IBAN-kode',
  otherCountry: 'IBAN-kode og BIC-kode skal være fra samme land',
};

const en = {
  title: 'Foreign NemKonto',
  cvr: 'CVR number',
  bic: 'BIC (SWIFT)',
  iban: 'IBAN',
  save: 'Save',
  confirm: 'Confirm',
  cancel: 'Cancel',
  receipt: 'Receipt',
  badCvr: 'Enter a CVR number of 8 digits',
  badBic: 'Enter a BIC of 8 or 11 characters',
  badIban: 'Enter an IBAN',
  otherCountry: 'IBAN and BIC must be from the same country',
};

i18next.use(initReactI18next).init({ lng: 'da', resources: { da: { translation: da }, en: { translation: en } } });
