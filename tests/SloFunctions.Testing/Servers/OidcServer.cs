using System.Globalization;
using System.Text.Json;

namespace SloFunctions.Testing.Servers;

/// <summary>An OpenID Connect provider of its own for one group of tests, on 127.0.0.1: the npm package <c>oidc-provider</c>.</summary>
public sealed class OidcServer : LocalServer
{
    // As in tools/servers/oidc-constants.mjs.
    private const string Secret = "local-only";
    private const string Resource = "urn:slo-functions";

    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(10) };

    private readonly int port = FreePort.Next();

    private OidcServer(string clients)
    {
        Issuer = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        File.WriteAllText(ClientsFile, clients);
    }

    /// <summary>The provider's name in its tokens, and where it answers; it stays the same over <see cref="LocalServer.RestartAsync"/>.</summary>
    public string Issuer { get; }

    private string ClientsFile => Path.Combine(Folder, "clients.json");

    private string KeysFile => Path.Combine(Folder, "keys.json");

    /// <summary>Starts a provider with keys of its own.</summary>
    /// <param name="clients">JSON in the form of <c>tools/servers/oidc-clients.json</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ServerFailedException">It did not start; it may not be fetched.</exception>
    public static Task<OidcServer> StartAsync(string clients, CancellationToken cancellationToken = default) =>
        StartAsync(new OidcServer(clients), cancellationToken);

    /// <summary>Restarts the provider with other keys.</summary>
    public async Task RotateAsync(CancellationToken cancellationToken = default)
    {
        await StopAsync();
        File.Delete(KeysFile);
        await RestartAsync(cancellationToken);
    }

    /// <summary>An access token for a client.</summary>
    public async Task<string> TokenAsync(string client, CancellationToken cancellationToken = default)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client,
            ["client_secret"] = Secret,
            ["resource"] = Resource,
        });
        using var response = await Client.PostAsync(new Uri($"{Issuer}/token"), form, cancellationToken);
        string text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"No token for {client}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text).GetProperty("access_token").GetString()!;
    }

    private protected override Task<ServerProcess> LaunchAsync(CancellationToken cancellationToken) => ServerProcess.StartAsync(
        "oidc.sh",
        ["--port", port.ToString(CultureInfo.InvariantCulture), "--keys", KeysFile, "--clients", ClientsFile],
        AnswersAsync,
        cancellationToken);

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var response = await Client.GetAsync(new Uri($"{Issuer}/.well-known/openid-configuration"), cancellationToken);
        return response.IsSuccessStatusCode;
    }
}
