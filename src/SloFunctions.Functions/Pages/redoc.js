// Search runs in a worker made of a blob, and the usual fonts come from elsewhere: neither is allowed here.
const fonts = 'system-ui, sans-serif';
Redoc.init(
  '/api/v1/openapi.json',
  {
    disableSearch: true,
    nativeScrollbars: true,
    hideDownloadButton: false,
    theme: { typography: { fontFamily: fonts, headings: { fontFamily: fonts }, code: { fontFamily: 'ui-monospace, monospace' } } },
  },
  document.getElementById('redoc'),
);
