// How many numbers are checked in a second: by ibantools, and by the app's own rules as a WebAssembly module.

import { isValidIBAN } from 'ibantools';

/** Right ones of several countries and lengths, and as many with a digit changed. */
const right = ['LT121000011101001000', 'DE89370400440532013000', 'FR1420041010050500013M02606', 'MT84MALT011000012345MTLCAST001S', 'NO9386011117947'];
const ibans = right.flatMap((iban) => [iban, `${iban.slice(0, -1)}${iban.endsWith('9') ? 8 : 9}`]);
const cprs = ['0101585018', '2412705001', '3102585018', '1203616003'];

const SECOND = 1000;
/** Enough between two looks at the clock. */
const ROUNDS = 100;

/** How many numbers are checked in a second by what checks all of them so many times. */
function perSecond(numbers, check) {
  const start = performance.now();
  let checked = 0;
  let passed;
  do {
    check();
    checked += ROUNDS * numbers.length;
    passed = performance.now() - start;
  } while (passed < SECOND);
  return (checked / passed) * SECOND;
}

const oneByOne = (numbers, check) => () => {
  for (let round = 0; round < ROUNDS; round += 1) for (const number of numbers) check(number);
};

window.measure = async () => {
  // Its name in a variable, so that it is not taken for one of the files to bundle.
  const file = '/app/nemkonto_bench_validations.js';
  const app = await import(/* @vite-ignore */ file);
  await app.default();
  const differing = ibans.filter((iban) => app.is_iban(iban) !== isValidIBAN(iban));
  if (differing.length > 0) throw new Error(`of different opinions about ${differing}`);
  // In turn, the first rounds for warming up.
  const rounds = [1, 2, 3].map(() => ({
    ibantools: perSecond(ibans, oneByOne(ibans, isValidIBAN)),
    iban: perSecond(ibans, () => app.count_ibans(ibans.join('\n'), ROUNDS)),
    handed_over: perSecond(ibans, oneByOne(ibans, app.is_iban)),
    cpr: perSecond(cprs, () => app.count_cprs(cprs.join('\n'), ROUNDS)),
  }));
  return rounds.at(-1);
};
