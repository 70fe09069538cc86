// From which value on a figure has which colour.
export function thresholds(described) {
  return { mode: 'absolute', steps: Object.entries(described ?? { green: null }).map(([color, value]) => ({ color, value })) };
}
