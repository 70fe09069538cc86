// The usual fonts come from elsewhere, and use is reported: neither is wanted here.
import { init } from '/redoc/redoc.standalone.js';

const fonts = 'system-ui, sans-serif';
init(
  '/api/v1/openapi.json',
  {
    disableTelemetry: true,
    theme: { typography: { fontFamily: fonts, headings: { fontFamily: fonts }, code: { fontFamily: 'ui-monospace, monospace' } } },
  },
  document.getElementById('redoc'),
);
