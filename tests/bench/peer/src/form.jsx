// The form, its checks, and the dialog in which a change is confirmed.

import { zodResolver } from '@hookform/resolvers/zod';
import { electronicFormatIBAN, extractBIC, extractIBAN, isValidBIC, isValidIBAN } from 'ibantools';
import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAuth } from 'react-oidc-context';
import { z } from 'zod';

const weights = [2, 7, 6, 5, 4, 3, 2, 1];
const isCvr = (text) => /^\d{8}$/.test(text) && weights.reduce((sum, weight, at) => sum + weight * text[at], 0) % 11 === 0;
const compact = (text) => electronicFormatIBAN(text) ?? '';

const change = z
  .object({
    cvr: z.string().refine(isCvr, 'badCvr'),
    bic: z.string().refine((text) => isValidBIC(text), 'badBic'),
    iban: z.string().refine((text) => isValidIBAN(compact(text)), 'badIban'),
  })
  .refine(({ bic, iban }) => extractIBAN(compact(iban)).countryCode === extractBIC(bic).countryCode, {
    path: ['bic'],
    message: 'otherCountry',
  });

const fields = Object.keys(change.shape);

export function Form() {
  const { t } = useTranslation();
  const { signinRedirect } = useAuth();
  const dialog = useRef(null);
  const [entered, setEntered] = useState();
  const { register, handleSubmit, formState } = useForm({ resolver: zodResolver(change), mode: 'onBlur' });

  const save = (values) => {
    setEntered(values);
    dialog.current.showModal();
  };
  const confirm = () => {
    sessionStorage.setItem('entered', JSON.stringify(entered));
    signinRedirect({ prompt: 'login', max_age: 0 });
  };

  return (
    <main>
      <h1>{t('title')}</h1>
      <form onSubmit={handleSubmit(save)} noValidate>
        {fields.map((name) => {
          const error = formState.errors[name];
          return (
            <div key={name}>
              <label htmlFor={name}>{t(name)}</label>
              {error && <span id={`${name}-error`}>{t(error.message)}</span>}
              <input id={name} aria-invalid={Boolean(error)} aria-describedby={`${name}-error`} {...register(name)} />
            </div>
          );
        })}
        <button id="save">{t('save')}</button>
      </form>
      <dialog ref={dialog}>
        <h2>{t('confirm')}</h2>
        <dl>
          {entered && fields.map((name) => [<dt key={name}>{t(name)}</dt>, <dd key={`${name}-value`}>{entered[name]}</dd>])}
        </dl>
        <button onClick={confirm}>{t('confirm')}</button>
        <button onClick={() => dialog.current.close()}>{t('cancel')}</button>
      </dialog>
    </main>
  );
}
