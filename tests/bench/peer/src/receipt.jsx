// The receipt, drawn from the API's answer.

import QRCode from 'qrcode';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export function Receipt({ confirmed }) {
  const { t } = useTranslation();
  const code = useRef(null);
  useEffect(() => void QRCode.toCanvas(code.current, confirmed.receipt.code), [confirmed]);
  return (
    <main>
      <h1>{t('receipt')}</h1>
      <p id="receipt-number">{confirmed.session.caseworker.name}</p>
      <pre>{confirmed.receipt.document}</pre>
      <canvas ref={code} />
    </main>
  );
}
