using EndToEnd.Tests.App;
using SloFunctions.Testing;

namespace EndToEnd.Tests.Faults;

public sealed class SettingsTests
{
    [OwnHostTheory]
    [InlineData("Database__ConnectionString", null, "Database:ConnectionString")]
    [InlineData("Database__ConnectionString", "nonsense", "Database:ConnectionString")]
    [InlineData("Database__ConnectionString", "Host=127.0.0.1;Port=many", "Database:ConnectionString")]
    [InlineData("Database__ConnectionString", "Username=slo", "Database:ConnectionString")]
    [InlineData("Database__MaxPoolSize", "many", "Database:MaxPoolSize")]
    [InlineData("Database__MaxPoolSize", "51", "Database:MaxPoolSize")]
    [InlineData("Prometheus__Url", null, "Prometheus:Url")]
    [InlineData("Prometheus__Url", "prometheus:9090", "Prometheus:Url")]
    [InlineData("Prometheus__QueryTimeout", "00:00:00", "Prometheus:QueryTimeout")]
    [InlineData("Prometheus__ServiceLabel", "service-name", "Prometheus:ServiceLabel")]
    [InlineData("Prometheus__FailurePattern", "(5..", "Prometheus:FailurePattern")]
    [InlineData("Prometheus__Authentication", "kerberos", "Prometheus:Authentication")]
    [InlineData("Prometheus__Authentication", "bearer", "Prometheus:BearerToken")]
    [InlineData("Prometheus__Password", "not-to-be-shown", "Prometheus:Password")]
    [InlineData("Tempo__Url", "tempo:3200", "Tempo:Url")]
    [InlineData("Tempo__BearerToken", "not-to-be-shown", "Tempo:BearerToken")]
    [InlineData("Aggregation__HistoryDays", "0", "Aggregation:HistoryDays")]
    [InlineData("Recommendations__CacheLifetime", "-01:00:00", "Recommendations:CacheLifetime")]
    [InlineData("Recommendations__CacheMegabytes", "-1", "Recommendations:CacheMegabytes")]
    [InlineData("Recommendations__ConcurrentGenerations", "0", "Recommendations:ConcurrentGenerations")]
    [InlineData("AuditAnchors__ConnectionString", "not-to-be-shown", "AuditAnchors:ConnectionString")]
    [InlineData("AuditAnchors__TableName", "a", "AuditAnchors:TableName")]
    [InlineData("Logging__Format", "xml", "Logging:Format")]
    [InlineData("AGGREGATION_SCHEDULE", null, "AGGREGATION_SCHEDULE")]
    [InlineData("AGGREGATION_SCHEDULE", "hourly", "AGGREGATION_SCHEDULE")]
    [InlineData("DASHBOARD_REFRESH_SCHEDULE", null, "DASHBOARD_REFRESH_SCHEDULE")]
    [InlineData("MEASURE_MAINTENANCE_SCHEDULE", null, "MEASURE_MAINTENANCE_SCHEDULE")]
    [InlineData("VIOLATION_SCHEDULE", null, "VIOLATION_SCHEDULE")]
    [InlineData("Maintenance__MostShare", "2", "Maintenance:MostShare")]
    [InlineData("Alerts__RunbookUrl", "runbooks/{page}", "Alerts:RunbookUrl")]
    [InlineData("DISCOVERY_SCHEDULE", null, "DISCOVERY_SCHEDULE")]
    [InlineData("EXPIRY_SCHEDULE", null, "EXPIRY_SCHEDULE")]
    [InlineData("AUDIT_ANCHOR_SCHEDULE", null, "AUDIT_ANCHOR_SCHEDULE")]
    [InlineData("NOTIFICATION_SCHEDULE", null, "NOTIFICATION_SCHEDULE")]
    [InlineData("DRIFT_SCHEDULE", null, "DRIFT_SCHEDULE")]
    [InlineData("Drift__RateWindow", "00:00:45", "Drift:RateWindow")]
    [InlineData("Drift__BatchSize", "0", "Drift:BatchSize")]
    [InlineData("Notifications__SecretKey", "c2hvcnQ=", "Notifications:SecretKey")]
    [InlineData("Notifications__SecretKeyPrevious", "no base64", "Notifications:SecretKeyPrevious")]
    [InlineData("Notifications__Timeout", "00:01:00", "Notifications:Timeout")]
    [InlineData("Prometheus__ServiceGraphMetric", "calls-total", "Prometheus:ServiceGraphMetric")]
    [InlineData("Prometheus__ServiceGraphLookBack", "00:01:00", "Prometheus:ServiceGraphLookBack")]
    [InlineData("Kubernetes__Enabled", "sometimes", "Kubernetes:Enabled")]
    [InlineData("Kubernetes__Enabled", "true", "Kubernetes:ApiServer")]
    [InlineData("Kubernetes__PageSize", "0", "Kubernetes:PageSize")]
    [InlineData("Kubernetes__Namespaces", "Shop", "Kubernetes:Namespaces")]
    public async Task A_setting_that_cannot_be_used_stops_the_start_with_a_line_that_names_it(string name, string? value, string shown)
    {
        var settings = new Dictionary<string, string>(Schedules.Never)
        {
            ["Database__ConnectionString"] = "Host=127.0.0.1;Port=1;Username=slo;Password=not-to-be-shown",
            ["Prometheus__Url"] = "http://127.0.0.1:1",
        };
        if (value is null) settings.Remove(name);
        else settings[name] = value;

        var (code, output, error) = await LocalHostProgram.RunAsync(settings, "--port", "0");

        code.ShouldBe(1);
        error.TrimEnd().ShouldNotContain("\n");
        error.ShouldContain(shown);
        error.ShouldNotContain("not-to-be-shown");
        output.ShouldBeEmpty();
    }
}
