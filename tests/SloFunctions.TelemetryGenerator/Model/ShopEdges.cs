namespace SloFunctions.TelemetryGenerator.Model;

/// <summary>Who calls whom in the shop: edge services, then business services, then stores; no cycles.</summary>
internal static class ShopEdges
{
    public static IReadOnlyList<DependencyEdge> All { get; } =
    [
        .. From("frontend", "api-gateway hard http 0.9", "content hard http 0.4", "media soft http 0.5", "feature-flags soft grpc 0.3",
            "personalisation degraded grpc 0.2"),
        .. From("mobile-bff", "api-gateway hard http 0.8", "feature-flags soft grpc 0.2", "personalisation degraded grpc 0.2"),
        .. From("api-gateway", "auth hard grpc 0.6", "session hard grpc 0.9", "catalog soft grpc 0.6", "search soft grpc 0.3",
            "cart soft grpc 0.2", "checkout soft http 0.05", "account soft http 0.1", "order soft grpc 0.05"),
        .. From("checkout", "auth hard grpc 1", "cart hard grpc 1", "payment hard grpc 0.8", "order hard grpc 0.8", "pricing hard grpc 1",
            "tax hard grpc 0.9", "inventory hard grpc 1", "shipping hard grpc 0.7", "shipping-rates degraded grpc 0.8",
            "address-validation degraded http 0.4", "promotion soft grpc 0.5", "gift-cards soft http 0.01", "event-bus async kafka 0.8"),
        .. From("payment", "external-payment-api hard http 0.9", "fraud-detection hard grpc 1", "order-store hard grpc 0.5",
            "event-bus async kafka 0.9"),
        .. From("cart", "auth hard grpc 0.5", "session hard grpc 1", "pricing hard grpc 0.7", "inventory soft grpc 0.4",
            "promotion degraded grpc 0.4"),
        .. From("account", "auth hard grpc 1", "order soft grpc 0.3", "loyalty soft grpc 0.2", "wishlist soft http 0.1"),
        .. From("order", "order-store hard grpc 1", "inventory hard grpc 0.4", "event-bus async kafka 1"),
        .. From("catalog", "catalog-store hard grpc 0.8", "pricing degraded grpc 0.5", "currency hard grpc 0.4", "reviews soft http 0.1",
            "image-resizer soft http 0.2"),
        .. From("search", "search-index hard grpc 0.9", "catalog degraded grpc 0.2"),
        .. From("recommendations", "catalog-store hard grpc 0.5", "feature-flags soft grpc 0.1"),
        .. From("personalisation", "recommendations degraded grpc 0.7", "session hard grpc 0.6"),
        .. From("pricing", "currency hard grpc 0.5", "catalog-store soft grpc 0.2"),
        .. From("shipping", "warehouse hard grpc 0.6", "delivery-tracking async kafka 0.5", "shipping-rates soft grpc 0.3"),
        .. From("warehouse", "inventory hard grpc 0.8", "order-store hard grpc 0.3"),
        .. From("fraud-detection", "account soft grpc 0.3", "session soft grpc 0.5"),
        .. From("notification", "email-sender async kafka 0.4", "sms-sender async kafka 0.05", "push-sender async kafka 0.3",
            "template-renderer hard grpc 0.6"),
        .. From("delivery-tracking", "notification async kafka 0.3", "order-store soft grpc 0.4"),
        .. From("promotion", "catalog-store hard grpc 0.3", "loyalty soft grpc 0.1"),
        .. From("wishlist", "auth hard grpc 1", "catalog soft grpc 0.8"),
        .. From("loyalty", "auth hard grpc 0.8", "order-store soft grpc 0.5"),
        .. From("invoice", "order-store hard grpc 1", "template-renderer hard grpc 1", "tax soft grpc 0.5"),
        .. From("refund", "payment hard grpc 0.9", "order hard grpc 1", "notification async kafka 1"),
        .. From("content", "media soft http 0.3", "image-resizer degraded http 0.2"),
        .. From("media", "image-resizer degraded http 0.3"),
        .. From("supplier-sync", "catalog-store hard grpc 1", "inventory soft grpc 1", "legacy-export soft http 0.1"),
        .. From("customer-support", "account hard http 1", "order hard grpc 0.8", "delivery-tracking soft http 0.4", "refund soft http 0.05"),
        .. From("reporting", "analytics-ingest async kafka 0.5", "order-store hard grpc 1"),
        .. From("event-bus", "analytics-ingest async kafka 0.6"),
    ];

    /// <summary>Each call reads "target criticality protocol calls-per-request"; "async" is soft and queued.</summary>
    private static IEnumerable<DependencyEdge> From(string source, params string[] calls) =>
        calls.Select(call =>
        {
            var parts = call.Split(' ');
            var queued = parts[1] == "async";
            return new DependencyEdge(source, parts[0], queued ? "soft" : parts[1], queued ? "async" : "sync", parts[2],
                double.Parse(parts[3], System.Globalization.CultureInfo.InvariantCulture));
        });
}
