using SloFunctions.Domain.ErrorBudgets;

namespace SloFunctions.Domain.Alerts;

/// <summary>The tiers of burn-rate alerts.</summary>
public static class BurnRatePolicy
{
    /// <summary>
    /// Four tiers that fire when 2, 5, 10 and 10 % of the budget are spent in their long window: 13.44, 5.6, 2.8 and 0.933 times
    /// the sustainable rate at 28 days. From the chapter "Alerting on SLOs" of The Site Reliability Workbook, whose 14.4, 6, 3
    /// and 1 are the same shares at 30 days.
    /// </summary>
    public static readonly IReadOnlyList<BurnRateTier> Tiers =
    [
        OfShare("page-fast", TimeSpan.FromMinutes(5), TimeSpan.FromHours(1), 0.02m, AlertSeverity.Page),
        OfShare("page-slow", TimeSpan.FromMinutes(30), TimeSpan.FromHours(6), 0.05m, AlertSeverity.Page),
        OfShare("ticket-fast", TimeSpan.FromHours(2), TimeSpan.FromDays(1), 0.10m, AlertSeverity.Ticket),
        OfShare("ticket-slow", TimeSpan.FromHours(6), TimeSpan.FromDays(3), 0.10m, AlertSeverity.Ticket),
    ];

    /// <summary>The tiers of Pyrra at 28 days: whole factors, a longer last window, and a time that each must last.</summary>
    public static readonly IReadOnlyList<BurnRateTier> PyrraTiers =
    [
        new("page-fast", TimeSpan.FromMinutes(5), TimeSpan.FromHours(1), 14, AlertSeverity.Page, TimeSpan.FromMinutes(2)),
        new("page-slow", TimeSpan.FromMinutes(30), TimeSpan.FromHours(6), 7, AlertSeverity.Page, TimeSpan.FromMinutes(15)),
        new("ticket-fast", TimeSpan.FromHours(2), TimeSpan.FromDays(1), 2, AlertSeverity.Ticket, TimeSpan.FromHours(1)),
        new("ticket-slow", TimeSpan.FromHours(6), TimeSpan.FromDays(4), 1, AlertSeverity.Ticket, TimeSpan.FromHours(3)),
    ];

    private static BurnRateTier OfShare(string name, TimeSpan shortWindow, TimeSpan longWindow, decimal share, AlertSeverity severity) =>
        new(name, shortWindow, longWindow, share * ErrorBudget.SloWindow.Ticks / longWindow.Ticks, severity);
}
