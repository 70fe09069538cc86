using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SloFunctions.Architecture.Tests.Deployment.Settings;
using SloFunctions.Functions;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.Architecture.Tests.Deployment;

public sealed class DeployedSettingsTests
{
    private const string Id = "11111111-2222-3333-4444-555555555555";

    // What bicep/app-settings.bicep puts in place of its parameters.
    private static readonly Dictionary<string, string> Decided = new(StringComparer.Ordinal)
    {
        ["AZURE_CLIENT_ID"] = Id,
        ["AzureWebJobsStorage__credential"] = "managedidentity",
        ["AzureWebJobsStorage__clientId"] = Id,
        ["AzureWebJobsStorage__blobServiceUri"] = "https://st.blob.core.windows.net/",
        ["AzureWebJobsStorage__queueServiceUri"] = "https://st.queue.core.windows.net/",
        ["AzureWebJobsStorage__tableServiceUri"] = "https://st.table.core.windows.net/",
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = $"InstrumentationKey={Id};IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/",
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = $"ClientId={Id};Authorization=AAD",
        ["Database__Authentication"] = "entra",
        ["Database__ConnectionString"] = "Host=psql.postgres.database.azure.com;Port=5432;Database=slo;Username=id-app;SSL Mode=VerifyFull",
        ["Database__MaxPoolSize"] = "10",
        ["RateLimits__TableServiceUri"] = "https://st.table.core.windows.net/",
        ["AuditAnchors__TableServiceUri"] = "https://st.table.core.windows.net/",
        ["Prometheus__Url"] = "https://slo.westeurope.prometheus.monitor.azure.com",
        ["Prometheus__Authentication"] = "none",
        ["Prometheus__Tenant"] = "",
        ["Tempo__Url"] = "",
        ["Tempo__Authentication"] = "none",
        ["Tempo__Tenant"] = "",
        ["Identity__Provider"] = "none",
        ["Identity__Authority"] = "",
        ["Identity__Audience"] = "",
        ["AzureAd__Instance"] = "https://login.microsoftonline.com/",
        ["AzureAd__TenantId"] = Id,
        ["AzureAd__ClientId"] = "",
        ["AzureAd__Audience"] = "",
        ["Alerts__RunbookUrl"] = "",
        ["Notifications__SecretKey"] = Convert.ToBase64String(new byte[32]),
    };

    // Those of them that depend on the answers.
    private static readonly string[] Optional = ["Prometheus__BearerToken", "Tempo__BearerToken", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_PROTOCOL"];

    [Fact]
    public void The_settings_here_are_those_of_the_deployment()
    {
        Decided.Keys.Concat(Optional).Concat(Fixed().Keys).ShouldBe(SettingPlaces.OfTheDeployment().Bicep, ignoreOrder: true);
    }

    [Theory]
    [InlineData]
    [InlineData("Prometheus__Authentication=entra", "Alerts__RunbookUrl=https://runbooks.example.com/{page}?service={service}")]
    [InlineData("Prometheus__Authentication=bearer", "Prometheus__BearerToken=token", "Prometheus__Tenant=shop")]
    [InlineData("Tempo__Url=https://tempo.example.com", "Tempo__Authentication=bearer", "Tempo__BearerToken=token", "Tempo__Tenant=shop")]
    [InlineData("Identity__Provider=entra", "AzureAd__ClientId=" + Id, "AzureAd__Audience=api://" + Id)]
    [InlineData("Identity__Provider=oidc", "Identity__Authority=https://login.example.com", "Identity__Audience=slo")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=https://collector.example.com:4317", "OTEL_EXPORTER_OTLP_PROTOCOL=grpc")]
    public Task The_app_starts_with_them_whatever_was_answered(params string[] answers) => CheckAsync(answers);

    [Theory]
    [InlineData("Database__Authentication=token", "Database")]
    [InlineData("Database__MaxPoolSize=1", "Database:MaxPoolSize")]
    [InlineData("Notifications__SecretKey=@Microsoft.KeyVault(VaultName=kv;SecretName=missing)", "Notifications:SecretKey")]
    [InlineData("Identity__Provider=entra", "AzureAd:ClientId")]
    public async Task A_wrong_one_keeps_it_from_starting(string answer, string named) =>
        (await Should.ThrowAsync<InvalidSettingException>(() => CheckAsync(answer))).Message.ShouldContain(named);

    private static async Task CheckAsync(params string[] answers)
    {
        var settings = Fixed().Concat(Decided).ToDictionary(StringComparer.Ordinal);
        foreach (string[] answer in answers.Select(a => a.Split('=', 2))) settings[answer[0]] = answer[1];
        var builder = FunctionApp.CreateBuilder([.. settings.Select(s => $"--{s.Key.Replace("__", ":", StringComparison.Ordinal)}={s.Value}")]);
        builder.Logging.ClearProviders();
        using var app = builder.Build();
        // No server is called, and nothing listens, yet.
        foreach (var service in app.Services.GetServices<IHostedService>().OfType<IHostedLifecycleService>()) await service.StartingAsync(CancellationToken.None);
    }

    private static Dictionary<string, string> Fixed() => JsonSerializer.Deserialize<Dictionary<string, string>>(SourceFiles.Read("infra/settings.json"))!;
}
