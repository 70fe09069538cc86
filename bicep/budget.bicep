// Tells of costs before the month is over. Nothing is turned off: that is for people to decide.
param name string

@description('What a month may cost, in the currency of the subscription.')
@minValue(1)
param amount int

@description('The first day of the month in which the budget was made, as yyyy-MM-dd; it cannot be changed later.')
param start string
param emails array

// The shares of the operations rules: a warning, throttling, and a stop that somebody has to override.
var thresholds = [80, 90, 110]

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: start }
    notifications: toObject(thresholds, share => 'share${share}', share => {
      enabled: true
      operator: 'GreaterThanOrEqualTo'
      threshold: share
      thresholdType: 'Actual'
      contactEmails: emails
    })
  }
}
