using static SloFunctions.TelemetryGenerator.Model.SpecialCase;

namespace SloFunctions.TelemetryGenerator.Model;

/// <summary>The fifty services of the web shop. Special cases come first, so that a small shop still shows all of them.</summary>
internal static class ShopServices
{
    // Peaks stay under 280 requests per second: an hour's count below one million keeps the rounding of a query far from the next integer.
    public static IReadOnlyList<ServiceDefinition> All { get; } =
    [
        new("legacy-export", ZeroTraffic, "platform", "low", 3, "shop-core", 0, 0, 0.05),
        new("feature-flags", ZeroError, "platform", "medium", 2, "shop-core", 40, 0, 0.004),
        new("gift-cards", LowTraffic, "checkout", "low", 3, "shop-core", 0.004, 0.002, 0.06),
        new("shipping-rates", TotalOutage, "fulfilment", "medium", 2, "shop-core", 9, 0.0008, 0.09),
        new("reviews", LateBorn5xx, "discovery", "low", 3, "shop-core", 18, 0.0004, 0.03),
        new("image-resizer", CounterReset, "discovery", "medium", 2, "shop-core", 35, 0.0012, 0.045),
        new("inventory", TelemetryGap, "fulfilment", "high", 1, "shop-core", 42, 0.0003, 0.012),
        new("recommendations", DuplicatedPod, "discovery", "medium", 2, "shop-core", 28, 0.0015, 0.07),
        new("search", MultiPod, "discovery", "high", 1, "shop-core", 65, 0.0004, 0.055),
        new("pricing", LatencyStep, "catalog", "high", 1, "shop-core", 75, 0.0001, 0.015),
        new("tax", LatencyRamp, "checkout", "high", 1, "shop-core", 6, 0.0002, 0.025),
        new("analytics-ingest", WeeklySeasonality, "data", "low", 3, "shop-data", 90, 0.0007, 0.01),
        new("auth", SharedOutage, "identity", "critical", 1, "shop-core", 85, 0.00008, 0.011),
        new("checkout", Ordinary, "checkout", "critical", 1, "shop-web", 7, 0.0003, 0.14),
        new("cart", Ordinary, "checkout", "critical", 1, "shop-core", 30, 0.0002, 0.02),
        new("account", Ordinary, "identity", "high", 1, "shop-core", 14, 0.0003, 0.03),
        new("frontend", Ordinary, "web", "critical", 1, "shop-web", 130, 0.0004, 0.11),
        new("api-gateway", Ordinary, "platform", "critical", 1, "shop-web", 120, 0.0001, 0.006),
        new("mobile-bff", Ordinary, "web", "critical", 1, "shop-web", 60, 0.0003, 0.08),
        new("payment", Ordinary, "payments", "critical", 1, "shop-core", 6, 0.0004, 0.19),
        new("external-payment-api", Ordinary, "payments", "critical", 1, "external", 5.5, 0.0005, 0.28),
        new("fraud-detection", Ordinary, "payments", "high", 1, "shop-core", 6, 0.0003, 0.12),
        new("catalog", Ordinary, "catalog", "critical", 1, "shop-core", 95, 0.0001, 0.014),
        new("order", Ordinary, "checkout", "critical", 1, "shop-core", 9, 0.0002, 0.04),
        new("shipping", Ordinary, "fulfilment", "high", 1, "shop-core", 8, 0.0004, 0.05),
        new("notification", Ordinary, "engagement", "medium", 2, "shop-core", 12, 0.0009, 0.06),
        new("promotion", Ordinary, "catalog", "medium", 2, "shop-core", 24, 0.0003, 0.018),
        new("session", Ordinary, "identity", "critical", 1, "shop-data", 110, 0.00005, 0.003),
        new("catalog-store", Ordinary, "catalog", "critical", 1, "shop-data", 100, 0.00004, 0.004),
        new("order-store", Ordinary, "checkout", "critical", 1, "shop-data", 20, 0.00004, 0.006),
        new("search-index", Ordinary, "discovery", "high", 1, "shop-data", 60, 0.0002, 0.035),
        new("wishlist", Ordinary, "engagement", "low", 3, "shop-core", 3, 0.0006, 0.025),
        new("loyalty", Ordinary, "engagement", "medium", 2, "shop-core", 4, 0.0005, 0.035),
        new("invoice", Ordinary, "payments", "medium", 2, "shop-core", 2.5, 0.0006, 0.15),
        new("refund", Ordinary, "payments", "medium", 2, "shop-core", 0.6, 0.001, 0.2),
        new("warehouse", Ordinary, "fulfilment", "high", 2, "shop-core", 7, 0.0005, 0.06),
        new("delivery-tracking", Ordinary, "fulfilment", "medium", 2, "shop-core", 11, 0.0008, 0.07),
        new("address-validation", Ordinary, "fulfilment", "medium", 2, "shop-core", 3, 0.0007, 0.09),
        new("email-sender", Ordinary, "engagement", "medium", 2, "shop-core", 6, 0.0012, 0.12),
        new("sms-sender", Ordinary, "engagement", "low", 3, "shop-core", 0.8, 0.002, 0.18),
        new("push-sender", Ordinary, "engagement", "low", 3, "shop-core", 5, 0.001, 0.05),
        new("template-renderer", Ordinary, "engagement", "low", 3, "shop-core", 8, 0.0002, 0.02),
        new("content", Ordinary, "web", "medium", 2, "shop-core", 50, 0.0002, 0.016),
        new("media", Ordinary, "web", "medium", 2, "shop-core", 70, 0.0003, 0.03),
        new("currency", Ordinary, "catalog", "high", 1, "shop-core", 48, 0.0001, 0.005),
        new("supplier-sync", Ordinary, "catalog", "low", 3, "shop-core", 0.3, 0.003, 0.4),
        new("personalisation", Ordinary, "discovery", "medium", 2, "shop-core", 26, 0.0007, 0.045),
        new("event-bus", Ordinary, "platform", "critical", 1, "shop-data", 80, 0.00003, 0.005),
        new("customer-support", Ordinary, "engagement", "low", 3, "shop-web", 1.2, 0.0009, 0.16),
        new("reporting", Ordinary, "data", "low", 3, "shop-data", 0.4, 0.001, 0.6),
    ];
}
