// What dashboards, their panels and their variables call each other by.
export const datasource = { type: 'prometheus', uid: '${datasource}' };

export const uid = name => `slofunctions-${name}`;

export const refId = index => String.fromCharCode('A'.charCodeAt(0) + index);
