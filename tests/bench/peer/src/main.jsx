// Asks the API what the app asks it, as far as the address says so, and draws the page.
// `?calls=1` asks who is logged in, `?calls=2` also for the account holder; /return has the change confirmed.

import './texts.js';

import { WebStorageStateStore } from 'oidc-client-ts';
import { createRoot } from 'react-dom/client';
import { AuthProvider } from 'react-oidc-context';
import { BrowserRouter, Route, Routes } from 'react-router';
import { Form } from './form.jsx';
import { Receipt } from './receipt.jsx';

const login = {
  authority: location.origin,
  client_id: 'nemkonto',
  redirect_uri: `${location.origin}/return`,
  scope: 'openid profile',
  userStore: new WebStorageStateStore({ store: sessionStorage }),
};

const json = async (path, options) => (await fetch(path, options)).json();
const post = (body) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body });

const calls = Number(new URLSearchParams(location.search).get('calls'));
const questions = ['/api/session', '/api/account-holders/1'];
for (const question of questions.slice(0, calls)) await json(question);
const confirmed =
  location.pathname === '/return' ? await json('/api/changes/1/confirm', post(sessionStorage.getItem('entered'))) : undefined;

createRoot(document.getElementById('root')).render(
  <AuthProvider {...login}>
    <BrowserRouter>
      <Routes>
        <Route path="/" element={<Form />} />
        <Route path="/return" element={<Receipt confirmed={confirmed} />} />
      </Routes>
    </BrowserRouter>
  </AuthProvider>,
);
